package dev.talaria.cli.durable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.approval.ApprovalDecision;
import dev.talaria.base.TalariaCache;
import dev.talaria.base.TalariaException;
import dev.talaria.base.VisibleText;
import dev.talaria.cli.terminal.Durations;
import dev.talaria.codex.CodexExecutable;
import dev.talaria.codex.CodexOptions;
import dev.talaria.durable.Decision;
import dev.talaria.durable.PendingApproval;
import dev.talaria.durable.RunRequest;
import dev.talaria.durable.RunResult;
import dev.talaria.durable.RunStatus;
import dev.talaria.durable.ThreadPlace;
import dev.talaria.fixtures.Forwarder;
import dev.talaria.fixtures.RestateServer;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelRequest;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.restate.RestateRun;
import dev.talaria.restate.RestateRuns;
import dev.talaria.server.CodexServer;
import dev.talaria.server.ServerOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One run on a real Restate server, with two workers and a Codex server: the first worker is killed
 * in the middle of the turn, the engine while the approval is pending. For one thread; all that it
 * starts has ended when it returns.
 */
public final class DurableDemo {

  private static final String FILE = "note.txt";
  private static final String LINE = "This run survived.";
  private static final String PROMPT =
      "Append the line '" + LINE + "' to " + FILE + ". Ask for approval: the sandbox is read-only.";
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Path workspace;
  private final Consumer<String> say;
  private final long start = System.nanoTime();
  private final ObjectNode document = JsonNodeFactory.instance.objectNode();

  /**
   * @param workspace empty
   * @param say gets a line for each thing that happens
   */
  public DurableDemo(Path workspace, Consumer<String> say) {
    this.workspace = workspace;
    this.say = say;
  }

  /** What happened, for {@code --json}. */
  public JsonNode document() {
    return document;
  }

  /**
   * Runs it.
   *
   * @return whether the work was done, and once
   */
  public boolean run(CodexExecutable codex) throws IOException, InterruptedException {
    RestateServer.install(
        TalariaCache.directory(), line -> say.accept("  " + VisibleText.of(line)));
    tell("the engine is Restate " + RestateServer.version() + "; Codex " + codex.version());
    try (RestateServer engine = RestateServer.start();
        Forwarder address = Forwarder.start();
        ScriptedModel model = ScriptedModel.start(script());
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      Thread atExit = new Thread(() -> stopServer(home));
      Runtime.getRuntime().addShutdownHook(atExit);
      try {
        return run(codex, engine, address, model, home);
      } finally {
        stopServer(home);
        Runtime.getRuntime().removeShutdownHook(atExit);
      }
    }
  }

  private static void stopServer(ScratchCodexHome home) {
    CodexServer.find(home.path()).ifPresent(server -> server.stop(Duration.ZERO));
  }

  private boolean run(
      CodexExecutable codex,
      RestateServer engine,
      Forwarder address,
      ScriptedModel model,
      ScratchCodexHome home)
      throws IOException, InterruptedException {
    Map<String, String> environment = home.isolatedEnvironment();
    CodexServer server =
        CodexServer.start(
            ServerOptions.builder()
                .codex(
                    CodexOptions.builder()
                        .executable(codex.path())
                        .codexHome(home.path())
                        .environment(environment)
                        .build())
                .build());
    tell("Codex listens as a server of its own, process " + server.pid());
    Process first = DemoWorker.start(codex.path(), environment);
    Process second = DemoWorker.start(codex.path(), environment);
    try {
      address.add(port(first));
      address.add(port(second));
      engine.register(address.address());
      tell("two workers, processes %d and %d".formatted(first.pid(), second.pid()));
      RestateRuns runs = RestateRuns.at(engine.ingress());
      ThreadPlace place =
          new ThreadPlace(DemoWorker.MACHINE, home.path().toString(), workspace.toString());
      runs.start(RunRequest.builder("demo", place).prompt(PROMPT).build());
      tell("the run is started");
      model.awaitRequests(1, LIMIT);
      first.destroyForcibly().waitFor();
      tell("kill -9 of the first worker, in the middle of the turn");
      PendingApproval approval = awaitApproval(runs);
      tell("the second worker has found the turn; it waits for an approval:");
      approval.text().lines().forEach(line -> say.accept("           " + line));
      engine.kill();
      tell("kill -9 of the engine, while the approval is pending");
      engine.restart();
      PendingApproval still = awaitApproval(runs);
      tell("the engine is back, and the approval is still pending: allowed");
      runs.decide(
          "demo", Decision.of(still, ApprovalDecision.Kind.ALLOW, "the demo", Instant.now()));
      RunResult result = runs.await("demo", LIMIT);
      tell("the run has ended: " + result.status());
      return isGood(result, model.requests());
    } finally {
      end(first);
      end(second);
    }
  }

  private static void end(Process worker) throws InterruptedException {
    worker.destroyForcibly().waitFor();
  }

  private static int port(Process worker) throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(worker.getInputStream(), StandardCharsets.UTF_8));
    return Integer.parseInt(
        Optional.ofNullable(out.readLine())
            .orElseThrow(() -> new TalariaException("a worker of the demo did not start")));
  }

  private static PendingApproval awaitApproval(RestateRuns runs) throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (System.nanoTime() < end) {
      Optional<PendingApproval> approval = runs.status("demo").flatMap(RestateRun::approval);
      if (approval.isPresent()) {
        return approval.get();
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
    }
    throw new TalariaException("no approval was asked within " + Durations.show(LIMIT));
  }

  private boolean isGood(RunResult result, List<ModelRequest> requests) throws IOException {
    Path file = workspace.resolve(FILE);
    String content = Files.exists(file) ? Files.readString(file) : "";
    long prompts = requests.get(requests.size() - 1).timesSaid(PROMPT);
    boolean good =
        result.status() == RunStatus.COMPLETED && content.equals(LINE + "\n") && prompts == 1;
    say.accept("");
    String row = "  %-40s %d";
    say.accept(row.formatted("lines in " + FILE, content.lines().count()));
    say.accept(row.formatted("times that the model got the prompt", prompts));
    say.accept(row.formatted("requests that the model got", requests.size()));
    document
        .put("ok", good)
        .put("status", result.status().name())
        .put("file", content)
        .put("timesPromptWasTold", prompts)
        .put("modelRequests", requests.size())
        .put("ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    return good;
  }

  private void tell(String what) {
    Duration since = Duration.ofNanos(System.nanoTime() - start);
    say.accept("%8s  %s".formatted(Durations.show(since), what));
  }

  /** A slow answer that ends with the command, so that there is a middle. */
  private static ModelScript script() {
    return ModelScript.builder()
        .reply(
            Reply.of(
                    OutputItem.text("I append the line, and ask for approval before."),
                    OutputItem.call(
                        "exec_command",
                        Map.of(
                            "cmd",
                            "echo '" + LINE + "' >> " + FILE,
                            "login",
                            false,
                            "sandbox_permissions",
                            "require_escalated",
                            "justification",
                            "The demo appends one line in its scratch workspace.")))
                .between(Duration.ofMillis(150)))
        .text("The line is appended.")
        .build();
  }
}
