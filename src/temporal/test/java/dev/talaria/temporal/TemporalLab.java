package dev.talaria.temporal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.codex.CodexOptions;
import dev.talaria.durable.CodexEndpoints;
import dev.talaria.durable.RunRequest;
import dev.talaria.durable.ThreadPlace;
import dev.talaria.durable.TurnSteps;
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
import dev.talaria.session.Codex;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.TestServiceStubs;
import io.temporal.serviceclient.TestServiceStubsOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testserver.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Temporal's own test server, the real Codex as the server of a scratch home, and a scripted model.
 */
final class TemporalLab implements AutoCloseable {

  static final String MACHINE = "here";

  private static final Duration LIMIT = Duration.ofSeconds(60);

  final ScriptedModel model;
  final ScratchCodexHome home;
  final String address;
  final WorkflowClient client;
  final TestServiceStubs time;
  final TurnSteps steps;
  private final TestServer.PortBoundTestServer server;
  private final WorkflowServiceStubs service;

  TemporalLab() throws Exception {
    model = ScriptedModel.start(ModelScript.builder().repeat().respond(TemporalLab::reply).build());
    home = ScratchCodexHome.builder(model.baseUrl()).create();
    int port = freePort();
    server = TestServer.createPortBoundServer(port);
    address = "127.0.0.1:" + port;
    service = connect(address);
    client = WorkflowClient.newInstance(service);
    time =
        TestServiceStubs.newServiceStubs(
            TestServiceStubsOptions.newBuilder()
                .setTarget(address)
                .setRpcTimeout(LIMIT)
                .validateAndBuildWithDefaults());
    steps = steps(home.path(), PinnedCodex.selected().executable());
  }

  /** The test server takes no port 0. */
  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Its own limits are a few seconds, which a machine under load can need. */
  static WorkflowServiceStubs connect(String address) {
    return WorkflowServiceStubs.newServiceStubs(
        WorkflowServiceStubsOptions.newBuilder()
            .setTarget(address)
            .setSystemInfoTimeout(LIMIT)
            .setRpcTimeout(LIMIT)
            .setRpcQueryTimeout(LIMIT)
            .validateAndBuildWithDefaults());
  }

  static TurnSteps steps(Path home, Path executable) {
    return steps(CodexEndpoints.ofThisMachine(MACHINE, codex(home, executable)));
  }

  private static CodexOptions codex(Path home, Path executable) {
    return CodexOptions.builder()
        .executable(executable)
        .environment(
            Map.of(
                "CODEX_HOME",
                home.toString(),
                "HOME",
                home.toString(),
                ScratchCodexHome.KEY_VARIABLE,
                "scripted"))
        .build();
  }

  private static TurnSteps steps(CodexEndpoints endpoints) {
    return TurnSteps.builder(endpoints)
        .heartbeat(Duration.ofMillis(100))
        .commandWait(Duration.ZERO)
        .session(
            (place, options) ->
                options
                    .sandbox(SandboxMode.WORKSPACE_WRITE)
                    .approvalPolicy(AskForApproval.Name.ON_REQUEST))
        .build();
  }

  static ThreadPlace place(Path home) {
    return new ThreadPlace(MACHINE, home.toString(), home.toString());
  }

  /** Without the sticky queue, which the test server gives to dead workers without end. */
  static TemporalWorker worker(WorkflowClient client, TurnSteps steps, ThreadPlace place) {
    return TemporalWorker.builder(client, steps)
        .home(place)
        .options(
            options ->
                options
                    .setMaxHeartbeatThrottleInterval(Duration.ofMillis(200))
                    .setStickyQueueScheduleToStartTimeout(Duration.ZERO))
        .start();
  }

  /** On another machine by name, with a rule for lost places. */
  TemporalWorker worker(ThreadPlace place, UnaryOperator<ThreadPlace> replacement)
      throws Exception {
    CodexEndpoints endpoints =
        CodexEndpoints.ofThisMachine(
            place.machine(), codex(home.path(), PinnedCodex.selected().executable()));
    return worker(
        client,
        steps(
            new CodexEndpoints() {
              @Override
              public Codex connect(ThreadPlace where) {
                return endpoints.connect(where);
              }

              @Override
              public ThreadPlace replacement(ThreadPlace lost) {
                return replacement.apply(lost);
              }
            }),
        place);
  }

  TemporalWorker worker() {
    return worker(client, steps, place(home.path()));
  }

  TemporalRuns runs() {
    return TemporalRuns.of(client)
        .settings(RunSettings.defaults().withHeartbeatLimit(Duration.ofSeconds(3)));
  }

  RunRequest.Builder request(Path workspace, String key, String... prompts) throws IOException {
    RunRequest.Builder run =
        RunRequest.builder(
            key,
            new ThreadPlace(MACHINE, home.path().toString(), workspace.toRealPath().toString()));
    List.of(prompts).forEach(run::prompt);
    return run;
  }

  /**
   * The latest prompt names the commands that the model runs, one after the other: "wait" runs one
   * until there is a file, "ask" one that needs an approval. Then it says "answer to" the prompt.
   */
  private static Reply reply(ModelRequest request) {
    String prompt = "";
    int outputs = 0;
    for (JsonNode item : request.body().path("input")) {
      if (item.path("role").asText().equals("user")) {
        prompt = item.path("content").path(0).path("text").asText();
        outputs = 0;
      }
      outputs += item.path("type").asText().equals("function_call_output") ? 1 : 0;
    }
    List<String> commands =
        List.of(prompt.split(" ")).stream().filter(COMMANDS::containsKey).toList();
    return outputs < commands.size()
        ? Reply.of(OutputItem.call("exec_command", COMMANDS.get(commands.get(outputs))))
        : Reply.text("answer to " + prompt);
  }

  private static final Map<String, Map<String, Object>> COMMANDS =
      Map.of(
          "wait",
              Map.of(
                  "cmd",
                  "echo ran >> ran.txt; while [ ! -e go ]; do sleep 0.05; done",
                  "login",
                  false,
                  "yield_time_ms",
                  30_000),
          "ask", asking("echo asked >> asked.txt"),
          "ask-long", asking("echo " + "asked ".repeat(3_000) + ">> asked.txt"));

  private static Map<String, Object> asking(String command) {
    return Map.of(
        "cmd",
        command,
        "login",
        false,
        "sandbox_permissions",
        "require_escalated",
        "justification",
        "May I?");
  }

  /** How often the model's latest input has this text from the user. */
  long timesToldToTheModel(String prompt) {
    List<ModelRequest> requests = model.requests();
    long times = 0;
    for (JsonNode item : requests.get(requests.size() - 1).body().path("input")) {
      if (item.path("role").asText().equals("user")
          && item.path("content").path(0).path("text").asText().equals(prompt)) {
        times++;
      }
    }
    return times;
  }

  /** The step that runs or waits for a worker. */
  List<PendingActivityInfo> pendingActivities(String key) {
    return service
        .blockingStub()
        .describeWorkflowExecution(
            DescribeWorkflowExecutionRequest.newBuilder()
                .setNamespace("default")
                .setExecution(
                    WorkflowExecution.newBuilder().setWorkflowId(TemporalRuns.workflowId(key)))
                .build())
        .getPendingActivitiesList();
  }

  List<HistoryEvent> history(String key) {
    return client.fetchHistory(TemporalRuns.workflowId(key)).getEvents();
  }

  static String contents(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file) : "";
  }

  @Override
  public void close() throws IOException {
    time.shutdownNow();
    service.shutdownNow();
    server.close();
    CodexServer.find(home.path()).ifPresent(codex -> codex.stop(Duration.ZERO));
    model.close();
    home.close();
  }
}
