package dev.talaria.durable;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.talaria.base.TalariaException;
import dev.talaria.codex.CodexOptions;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelRequest;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.protocol.v2.AskForApproval;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.server.CodexServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.awaitility.Awaitility;

/**
 * The real Codex as the server of a scratch home, a scripted model, and an engine in memory: it
 * journals each step's result as JSON, and may do a step again.
 */
final class DurableLab implements AutoCloseable {

  static final String MACHINE = "here";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  final ScriptedModel model;
  final ScratchCodexHome home;
  final Path workspace;
  final CodexOptions codex;
  final TurnSteps steps;

  private final Semaphore held = new Semaphore(1);

  /** JSON of what was journaled, in order. */
  final List<String> journal = new ArrayList<>();

  DurableLab(Path workspace) throws Exception {
    this(workspace, DurableLab::reply);
  }

  DurableLab(Path workspace, Function<ModelRequest, Reply> replies) throws Exception {
    this.workspace = workspace.toRealPath();
    model =
        ScriptedModel.start(
            ModelScript.builder()
                .repeat()
                .respond(
                    request -> {
                      held.acquireUninterruptibly();
                      held.release();
                      return replies.apply(request);
                    })
                .build());
    home = ScratchCodexHome.builder(model.baseUrl()).create();
    codex =
        CodexOptions.builder()
            .executable(PinnedCodex.selected().executable())
            .environment(home.isolatedEnvironment())
            .build();
    steps = steps(CodexEndpoints.ofThisMachine(MACHINE, codex)).build();
  }

  static TurnSteps.Builder steps(CodexEndpoints endpoints) {
    return TurnSteps.builder(endpoints)
        .heartbeat(Duration.ofMillis(50))
        .session(
            (place, options) ->
                options
                    .sandbox(SandboxMode.WORKSPACE_WRITE)
                    .approvalPolicy(AskForApproval.Name.ON_REQUEST));
  }

  /** The model says nothing until it is released. */
  void holdModel() {
    held.acquireUninterruptibly();
  }

  void releaseModel() {
    held.release();
  }

  ThreadPlace place() {
    return new ThreadPlace(MACHINE, home.path().toString(), workspace.toString());
  }

  RunRequest.Builder run(String... prompts) {
    RunRequest.Builder run = RunRequest.builder("run", place());
    List.of(prompts).forEach(run::prompt);
    return run;
  }

  /**
   * Prompts that begin with "write" have a command run, "write, asking" with an approval and
   * "write, for long" for long; to every other one the model says "answer to" it.
   */
  static Reply reply(ModelRequest request) {
    String prompt = request.latestPrompt();
    if (!prompt.startsWith("write") || request.hasOutputSincePrompt()) {
      return Reply.text("answer to " + prompt);
    }
    return Reply.of(command(prompt));
  }

  static OutputItem command(String prompt) {
    Map<String, Object> call = new HashMap<>();
    call.put(
        "cmd",
        prompt.contains("for long") ? "echo ran >> ran.txt; sleep 60" : "echo ran >> ran.txt");
    call.put("login", false);
    if (prompt.contains("on and on")) {
      call.put("cmd", "echo ran >> ran.txt; sleep 60");
      call.put("yield_time_ms", 250);
    }
    if (prompt.contains("asking")) {
      call.put("sandbox_permissions", "require_escalated");
      call.put("justification", "May I?");
    }
    return OutputItem.call("exec_command", call);
  }

  /** How often the model's latest input has this text from the user. */
  long timesToldToTheModel(String prompt) {
    List<ModelRequest> requests = model.requests();
    return requests.get(requests.size() - 1).timesSaid(prompt);
  }

  /** Does what is next, again if it fails, and gives the state after it, all through JSON. */
  RunState step(RunState state) {
    StepResult result =
        Awaitility.await()
            .atMost(Duration.ofSeconds(60))
            .pollDelay(Duration.ZERO)
            .ignoreExceptionsInstanceOf(TalariaException.class)
            .until(() -> act(state.next(), Progress.NONE), done -> true);
    return through(state.after(result));
  }

  StepResult act(NextStep next, Progress progress) {
    StepResult result =
        next instanceof NextStep.OpenThread open
            ? steps.openThread(open)
            : steps.follow((NextStep.Follow) next, progress);
    return journaled(result);
  }

  StepResult journaled(StepResult result) {
    try {
      String json = JSON.writerFor(StepResult.class).writeValueAsString(result);
      journal.add(json);
      return JSON.readValue(json, StepResult.class);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static RunState through(RunState state) {
    try {
      RunState read = JSON.readValue(JSON.writeValueAsString(state), RunState.class);
      if (!read.equals(state)) {
        throw new IllegalStateException("written %s, read %s".formatted(state, read));
      }
      return read;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** To the run's end, or until an approval is pending. */
  RunState go(RunState state) {
    RunState now = state;
    while (now.status() == RunStatus.RUNNING) {
      now = step(now);
    }
    return now;
  }

  String effects() throws IOException {
    Path file = workspace.resolve("ran.txt");
    return Files.exists(file) ? Files.readString(file) : "";
  }

  CodexServer server() {
    return CodexServer.find(home.path()).orElseThrow();
  }

  void killCodex() {
    ProcessHandle.of(server().pid()).orElseThrow().destroyForcibly();
  }

  @Override
  public void close() throws IOException {
    CodexServer.find(home.path()).ifPresent(server -> server.stop(Duration.ZERO));
    model.close();
    home.close();
  }
}
