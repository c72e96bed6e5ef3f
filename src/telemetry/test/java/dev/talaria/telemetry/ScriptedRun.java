package dev.talaria.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.HostRequest;
import dev.talaria.approval.HostServices;
import dev.talaria.approval.ToolAnswer;
import dev.talaria.codex.CodexOptions;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelRequest;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.fixtures.model.ScriptedMcpServer;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.fixtures.model.Usage;
import dev.talaria.llm.CodexLlmRuntime;
import dev.talaria.llm.ModelSlots;
import dev.talaria.llm.Role;
import dev.talaria.llm.TextRequest;
import dev.talaria.llm.ratelimit.RateLimitGovernor;
import dev.talaria.llm.ratelimit.RateLimitSettings;
import dev.talaria.protocol.DynamicTool;
import dev.talaria.protocol.v2.AskForApproval;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.listener.TalariaObserver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One Codex, and a run on it that has everything: two turns with a command that is allowed, an MCP
 * call, a host tool, a patch that is declined and a sub-agent, and a model call that is refused
 * once.
 *
 * <p>Each text of users, models and tools has the word {@link #WORD}.
 */
final class ScriptedRun implements AutoCloseable {

  static final String WORD = "zebra";

  private static final String FIRST = WORD + " first prompt";
  private static final String SECOND = WORD + " second prompt";
  private static final String BACKGROUND = WORD + " in the background";
  private static final String CHILD = WORD + " for the child";
  private static final String CALL = WORD + " for a model call";

  final ScriptedModel model;
  final Codex codex;
  private final ScratchCodexHome home;
  private final Path workspace;
  private final AtomicBoolean refused = new AtomicBoolean();

  ScriptedRun(Path workspace, OtlpReceiver receiver) throws Exception {
    this.workspace = workspace.toRealPath();
    model = ScriptedModel.start(ModelScript.builder().repeat().respond(this::answer).build());
    List<String> server = ScriptedMcpServer.commandLine();
    home =
        ScratchCodexHome.builder(model.baseUrl())
            .feature("multi_agent", true)
            .mcpServer(
                "srv",
                Map.of(
                    "command", server.get(0),
                    "args", server.subList(1, server.size()),
                    "required", true))
            .table(
                "[otel]\ntrace_exporter = { otlp-http = { endpoint = \"%s\", protocol = \"json\" } }"
                    .formatted(receiver.url("/codex/v1/traces")))
            .create();
    codex =
        Codex.launch(
            CodexOptions.builder()
                .executable(PinnedCodex.selected().executable())
                .codexHome(home.path())
                .environment(home.isolatedEnvironment())
                .build());
  }

  // --- the model

  private Reply answer(ModelRequest request) {
    // The prompts of a thread stay in it, and Codex adds messages of its own.
    String json = request.json();
    Reply reply =
        json.contains(CALL)
            ? call()
            : json.contains(SECOND)
                ? second(request)
                : json.contains(FIRST)
                    ? first(request)
                    : json.contains(BACKGROUND) ? background(request) : child(request);
    return reply.usage(new Usage(100, 40, 10, 3, 110));
  }

  private static Reply first(ModelRequest request) {
    if (request.outputOf("cmd").isEmpty()) {
      return Reply.of(OutputItem.escalatedCommand("echo " + WORD + "; exit 3").withCallId("cmd"));
    } else if (request.outputOf("mcp").isEmpty()) {
      return Reply.of(
          OutputItem.call("say", Map.of("text", WORD)).inNamespace("mcp__srv").withCallId("mcp"));
    } else if (request.outputOf("tool").isEmpty()) {
      return Reply.of(OutputItem.call("count", Map.of("of", WORD)).withCallId("tool"));
    }
    return Reply.text(WORD + " first answer");
  }

  private static Reply second(ModelRequest request) {
    if (request.outputOf("patch").isEmpty()) {
      return Reply.of(
          OutputItem.applyPatch(
                  "*** Begin Patch\n*** Add File: " + WORD + ".txt\n+new\n*** End Patch")
              .withCallId("patch"));
    } else if (request.outputOf("spawn").isEmpty()) {
      return Reply.of(agents("spawn", "spawn_agent", Map.of("message", CHILD)));
    } else if (request.outputOf("wait").isEmpty()) {
      Matcher id =
          Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}").matcher(request.outputOf("spawn").get());
      String agent = id.find() ? id.group() : "unknown";
      return Reply.of(
          agents("wait", "wait_agent", Map.of("targets", List.of(agent), "timeout_ms", 60_000)));
    }
    return Reply.text(WORD + " second answer");
  }

  private static Reply background(ModelRequest request) {
    return request.outputOf("long").isEmpty()
        ? Reply.of(
            OutputItem.call(
                    "exec_command", Map.of("cmd", "sleep 60", "login", false, "yield_time_ms", 250))
                .withCallId("long"))
        : Reply.text("It goes on.");
  }

  private static OutputItem agents(String id, String tool, Map<String, ?> arguments) {
    return OutputItem.call(tool, arguments).inNamespace("multi_agent_v1").withCallId(id);
  }

  private static Reply child(ModelRequest request) {
    return request.outputOf("work").isEmpty()
        ? Reply.of(OutputItem.command("echo " + WORD).withCallId("work"))
        : Reply.text(WORD + " answer of the child");
  }

  private Reply call() {
    if (!refused.getAndSet(true)) {
      return Reply.apiError(429, "rate_limit_exceeded", WORD + " slow down");
    }
    Instant reset = Instant.now().plusSeconds(3600);
    return Reply.text(WORD + " called")
        .header("openai-model", "gpt-5.2")
        .header("x-codex-primary-used-percent", "42")
        .header("x-codex-primary-window-minutes", "300")
        .header("x-codex-primary-reset-at", String.valueOf(reset.getEpochSecond()));
  }

  // --- the host

  private static ApprovalDecision decide(ApprovalRequest request) {
    return request instanceof ApprovalRequest.FileChange
        ? ApprovalDecision.decline()
        : ApprovalDecision.allow();
  }

  /**
   * The whole run.
   *
   * @param inTool runs while the host's tool does
   * @param open runs while the session is open, when the turns have ended
   */
  void run(TalariaObserver observer, Runnable inTool, Runnable open) throws Exception {
    model.forgetRequests();
    refused.set(false);
    codex.observe(observer);
    HostServices services =
        new HostServices() {
          @Override
          public CompletionStage<ToolAnswer> callTool(HostRequest.DynamicToolCall call) {
            inTool.run();
            return CompletableFuture.completedFuture(ToolAnswer.text(WORD));
          }
        };
    SessionOptions options =
        SessionOptions.builder()
            .cwd(workspace)
            .sandbox(SandboxMode.READ_ONLY)
            .approvalPolicy(AskForApproval.Name.ON_REQUEST)
            .approvals(ApprovalHandler.of(ScriptedRun::decide))
            .services(services)
            .dynamicTool(
                new DynamicTool(
                    "count", "counts", WireJson.mapper().createObjectNode().put("type", "object")))
            .turnTimeout(Duration.ofSeconds(60))
            .build();
    try (CodexSession session = codex.openSession(options)) {
      assertEquals(WORD + " first answer", session.runTurn(FIRST).finalText());
      assertEquals(WORD + " second answer", session.runTurn(SECOND).finalText());
      callModel();
      open.run();
    }
    codex.observe();
  }

  /** A turn that ends before its command does. */
  void runBackground(TalariaObserver observer) {
    codex.observe(observer);
    SessionOptions options = SessionOptions.builder().cwd(workspace).build();
    try (CodexSession session = codex.openSession(options)) {
      assertEquals("It goes on.", session.runTurn(BACKGROUND).finalText());
    }
    codex.observe();
  }

  private void callModel() throws Exception {
    RateLimitSettings quick =
        new RateLimitSettings(
            true,
            0.8,
            1,
            Optional.of(Duration.ofSeconds(10)),
            new RateLimitSettings.Retry(3, Duration.ofMillis(20), Duration.ofMillis(100), false));
    try (CodexLlmRuntime llm =
        CodexLlmRuntime.on(codex)
            .cwd(workspace)
            .models(ModelSlots.of(Map.of(Role.DEFAULT, "gpt-5.4")))
            .governor(RateLimitGovernor.of(quick, 1))
            .build()) {
      String answer = llm.generateText(TextRequest.of(CALL)).get(60, TimeUnit.SECONDS);
      assertEquals(WORD + " called", answer);
    }
  }

  @Override
  public void close() throws IOException {
    codex.close();
    model.close();
    home.close();
  }
}
