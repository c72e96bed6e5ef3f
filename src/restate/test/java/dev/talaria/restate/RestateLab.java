package dev.talaria.restate;

import static org.awaitility.Awaitility.await;

import dev.talaria.codex.CodexOptions;
import dev.talaria.durable.PendingApproval;
import dev.talaria.durable.RunRequest;
import dev.talaria.durable.ThreadPlace;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.RestateServer;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelRequest;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.server.CodexServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The real Codex as the server of a scratch home, a scripted model, and workers of an engine behind
 * one address. The engine may serve several labs.
 */
final class RestateLab implements AutoCloseable {

  final RestateServer engine;
  final ScriptedModel model;
  final ScratchCodexHome home;
  final CodexOptions codex;
  private final Path executable;
  final CuttingForwarder forwarder = new CuttingForwarder();
  final RestateRuns runs;
  final List<RestateWorker> workers = new ArrayList<>();
  final List<Process> children = new ArrayList<>();

  /** Those of the children. */
  private final List<Integer> ports = new ArrayList<>();

  RestateLab(RestateServer engine, Function<ModelRequest, Reply> replies) throws Exception {
    this.engine = engine;
    model = ScriptedModel.start(ModelScript.builder().repeat().respond(replies).build());
    home = ScratchCodexHome.builder(model.baseUrl()).create();
    executable = PinnedCodex.selected().executable();
    codex =
        CodexOptions.builder()
            .executable(executable)
            .environment(home.isolatedEnvironment())
            .build();
    runs = RestateRuns.at(engine.ingress());
  }

  /** A worker in this JVM. */
  RestateWorker worker() {
    RestateWorker worker = WorkerChild.start(codex, engine.ingress());
    workers.add(worker);
    forwarder.workers.add(worker.port());
    return worker;
  }

  /** A worker in a JVM of its own. */
  Process child() throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                WorkerChild.class.getName(),
                executable.toString(),
                engine.ingress().toString()));
    home.isolatedEnvironment().forEach((name, value) -> command.add(name + "=" + value));
    Process child =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader said = child.inputReader();
    String line = said.readLine();
    while (line != null && !line.startsWith(WorkerChild.PORTS)) {
      line = said.readLine();
    }
    if (line == null) {
      child.destroyForcibly();
      throw new IOException("the worker has ended");
    }
    int port = Integer.parseInt(line.split(" ")[1]);
    children.add(child);
    ports.add(port);
    forwarder.workers.add(port);
    return child;
  }

  /** {@code SIGKILL}; no connection is tried at its port any more, which may be another's next. */
  void kill(Process child) {
    int i = children.indexOf(child);
    if (i >= 0) {
      children.remove(i);
      forwarder.workers.remove(ports.remove(i));
    }
    child.destroyForcibly();
    try {
      // Not onExit: for a process that has ended long ago it waits for whoever has its number now.
      child.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tells the engine where the workers are. */
  void register() throws IOException {
    engine.register(forwarder.address());
  }

  RunRequest.Builder run(String key, Path workspace) {
    return RunRequest.builder(
        key, new ThreadPlace(WorkerChild.MACHINE, home.path().toString(), workspace.toString()));
  }

  PendingApproval awaitApproval(String key) {
    await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> runs.status(key).flatMap(RestateRun::approval).isPresent());
    return runs.status(key).flatMap(RestateRun::approval).orElseThrow();
  }

  /**
   * Prompts that begin with "write" have a command run; "asking" has an approval, "for long" runs
   * for long. To every other one the model says "answer to" it.
   */
  static Reply reply(ModelRequest request) {
    String prompt = request.latestPrompt();
    if (!prompt.startsWith("write") || request.hasOutputSincePrompt()) {
      return Reply.text("answer to " + prompt);
    }
    Map<String, Object> call = new HashMap<>();
    call.put("cmd", "echo ran >> ran.txt" + (prompt.contains("for long") ? "; sleep 60" : ""));
    call.put("login", false);
    if (prompt.contains("asking")) {
      call.put("sandbox_permissions", "require_escalated");
      call.put("justification", "May I?");
    }
    return Reply.of(OutputItem.call("exec_command", call));
  }

  /** How often the latest request of a thread's model has a prompt as the user's. */
  static long timesTold(List<ModelRequest> requests, String prompt) {
    return requests.stream().mapToLong(request -> request.timesSaid(prompt)).max().orElse(0);
  }

  static String effects(Path workspace) throws IOException {
    Path file = workspace.resolve("ran.txt");
    return Files.exists(file) ? Files.readString(file) : "";
  }

  @Override
  public void close() throws IOException {
    for (Process child : List.copyOf(children)) {
      kill(child);
    }
    workers.forEach(RestateWorker::close);
    forwarder.close();
    CodexServer.find(home.path()).ifPresent(server -> server.stop(Duration.ZERO));
    model.close();
    home.close();
  }
}
