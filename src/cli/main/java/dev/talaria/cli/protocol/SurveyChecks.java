package dev.talaria.cli.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.HostRequest;
import dev.talaria.approval.HostServices;
import dev.talaria.approval.ToolAnswer;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelRequest;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.fixtures.model.ScriptedMcpServer;
import dev.talaria.llm.CodexLlmRuntime;
import dev.talaria.llm.Isolation;
import dev.talaria.llm.ModelSlots;
import dev.talaria.llm.Role;
import dev.talaria.llm.TextRequest;
import dev.talaria.protocol.DynamicTool;
import dev.talaria.protocol.v2.AskForApproval;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SecurityMode;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether Talaria does with one Codex what it promises: {@code right}, or else what went wrong.
 *
 * <p>For one thread. The folder must not be in a temporary directory, where every sandbox may
 * write.
 */
final class SurveyChecks {

  /** What a check has found where nothing is wrong. */
  static final String RIGHT = "right";

  static final String PLAIN = "plain session";
  static final String STRICT = "strict isolation";
  static final String PREFIX = "Talaria: ";

  private static final Set<String> STRICT_TOOLS =
      Set.of("apply_patch", "request_user_input", "view_image", "update_plan");
  private static final Pattern TERMINAL = Pattern.compile("session ID (\\d+)");

  private final Path executable;
  private final Path scratch;
  private final SurveyFacts facts;

  SurveyChecks(Path executable, Path scratch, SurveyFacts facts) {
    this.executable = executable;
    this.scratch = scratch;
    this.facts = facts;
  }

  /** The names of all checks, as the facts are called. */
  static List<String> names() {
    List<String> names = new ArrayList<>();
    names.add(PREFIX + PLAIN);
    for (String profile : SurveyProbes.PROFILES) {
      names.add(PREFIX + profile);
    }
    for (SecurityMode mode : SecurityMode.values()) {
      names.add(PREFIX + mode.words().get(0));
    }
    names.add(PREFIX + STRICT);
    return names;
  }

  void run() throws IOException, InterruptedException {
    try (SurveyLab lab = lab(config -> config)) {
      facts.probe(
          PREFIX + PLAIN,
          () -> writes(lab, ":read-only", options().sandbox(SandboxMode.READ_ONLY)));
      for (String profile : SurveyProbes.PROFILES) {
        facts.probe(
            PREFIX + profile, () -> writes(lab, profile, options().permissionProfile(profile)));
      }
      for (SecurityMode mode : SecurityMode.values()) {
        facts.probe(
            PREFIX + mode.words().get(0),
            () -> writes(lab, mode.permissionProfile(), options().securityMode(mode)));
      }
      facts.probe(PREFIX + STRICT, () -> strict(lab));
      facts.probe("command approval", () -> approvals(lab));
      facts.probe("dynamic tools", () -> dynamicTool(lab));
    }
    try (SurveyLab lab = lab(SurveyChecks::withMcpServer)) {
      facts.probe("elicitation", () -> elicitation(lab));
    }
  }

  private SurveyLab lab(UnaryOperator<ScratchCodexHome.Builder> config) throws IOException {
    return new SurveyLab(executable, scratch, ModelScript.texts(), config, options -> options);
  }

  private SessionOptions.Builder options() {
    return SessionOptions.builder()
        .approvalPolicy(AskForApproval.Name.ON_REQUEST)
        .turnTimeout(Duration.ofSeconds(60));
  }

  /** Which of two files a command may write under these options, beside what the profile says. */
  private String writes(SurveyLab lab, String profile, SessionOptions.Builder options)
      throws IOException {
    Path folder = Files.createTempDirectory(scratch, "check-");
    Path workspace = Files.createDirectory(folder.resolve("workspace"));
    Path outside = folder.resolve("outside.txt");
    lab.model.restart(
        ModelScript.builder()
            .reply(
                OutputItem.call(
                    "exec_command",
                    Map.of("cmd", "touch in.txt; touch '" + outside + "'; echo tried")))
            .text("done")
            .build());
    try (CodexSession session = lab.codex.openSession(options.cwd(workspace).build())) {
      TurnResult result = session.runTurn("go");
      if (result.status() != TurnStatus.COMPLETED) {
        return "the turn " + result.status() + ": " + result.error().message();
      }
    }
    String expected = wrote(!profile.equals(":read-only"), profile.contains("danger"));
    String wrote = wrote(Files.exists(workspace.resolve("in.txt")), Files.exists(outside));
    return wrote.equals(expected) ? RIGHT : "wrote " + wrote + " instead of " + expected;
  }

  private static String wrote(boolean inside, boolean outside) {
    return outside ? inside ? "everywhere" : "outside only" : inside ? "inside" : "nothing";
  }

  /** No sub-agents and nothing but the known tools, for the default model and an older one. */
  private String strict(SurveyLab lab) throws Exception {
    List<String> wrong = new ArrayList<>();
    Set<String> tools = tools(strict(lab, ModelSlots.of(Map.of(Role.DEFAULT, "gpt-5.5"))).get(0));
    facts.add("strict tools of gpt-5.5", String.join(" ", tools));
    tools.removeAll(STRICT_TOOLS);
    tools.forEach(tool -> wrong.add("the tool " + tool));
    List<ModelRequest> requests = strict(lab, ModelSlots.defaults());
    boolean offered = SurveyProbes.offers(requests.get(0).body(), "spawn_agent");
    facts.add("strict isolation offers sub-agents that cannot be begun", offered);
    if (offered && !requests.get(1).outputOf("call_1_1").orElse("").contains("limit reached")) {
      wrong.add("sub-agents for " + requests.get(0).body().path("model").asText());
    }
    return wrong.isEmpty() ? RIGHT : String.join(", ", wrong);
  }

  /** What the model was asked in one call; it begins a sub-agent if it can. */
  private List<ModelRequest> strict(SurveyLab lab, ModelSlots models) throws Exception {
    Map<String, String> task =
        Map.of("task_name", "kid", "message", "child work", "fork_turns", "none");
    lab.model.restart(
        ModelScript.builder()
            .respond(
                request ->
                    SurveyProbes.offers(request.body(), "spawn_agent")
                        ? Reply.of(
                            OutputItem.call("spawn_agent", task).inNamespace("collaboration"))
                        : Reply.text("ok"))
            .repeat()
            .text("ok")
            .build());
    try (CodexLlmRuntime llm =
        CodexLlmRuntime.on(lab.codex)
            .cwd(Files.createTempDirectory(scratch, "strict-"))
            .models(models)
            .isolation(Isolation.STRICT)
            .build()) {
      llm.generateText(TextRequest.builder("hello").build()).get(60, TimeUnit.SECONDS);
    }
    return lab.model.requests();
  }

  private static Set<String> tools(ModelRequest request) {
    Set<String> tools = new TreeSet<>();
    for (JsonNode tool : request.body().path("tools")) {
      tools.add(tool.path("name").asText(tool.path("type").asText()));
    }
    return tools;
  }

  private boolean approvals(SurveyLab lab) {
    lab.model.restart(
        ModelScript.builder()
            .reply(OutputItem.escalatedCommand("touch made.txt"))
            .reply(
                OutputItem.call(
                    "exec_command",
                    Map.of(
                        "cmd",
                        "cat",
                        "tty",
                        true,
                        "login",
                        false,
                        "yield_time_ms",
                        500,
                        "sandbox_permissions",
                        "require_escalated",
                        "justification",
                        "a terminal")))
            .respond(SurveyChecks::types)
            .text("done")
            .build());
    List<ApprovalRequest> asked = new CopyOnWriteArrayList<>();
    SessionOptions built =
        options()
            .cwd(scratch)
            .sandbox(SandboxMode.READ_ONLY)
            .approvals(
                ApprovalHandler.of(
                    request -> {
                      asked.add(request);
                      return ApprovalDecision.allow();
                    }))
            .build();
    try (CodexSession session = lab.codex.openSession(built)) {
      session.runTurn("go");
    }
    facts.add(
        "ASKS_BEFORE_TYPING",
        asked.stream()
            .anyMatch(
                request ->
                    request instanceof ApprovalRequest.Command command
                        && command.what() == ApprovalRequest.CommandKind.TYPE));
    return !asked.isEmpty();
  }

  private static Reply types(ModelRequest request) {
    Matcher terminal = TERMINAL.matcher(request.outputOf("call_2_1").orElse(""));
    int id = terminal.find() ? Integer.parseInt(terminal.group(1)) : 0;
    return Reply.of(
        OutputItem.call(
            "write_stdin", Map.of("session_id", id, "chars", "hello\n", "yield_time_ms", 500)));
  }

  private boolean dynamicTool(SurveyLab lab) {
    lab.model.restart(
        ModelScript.builder().reply(OutputItem.call("look_up", Map.of())).text("done").build());
    HostServices services =
        new HostServices() {
          @Override
          public CompletionStage<ToolAnswer> callTool(HostRequest.DynamicToolCall call) {
            return CompletableFuture.completedFuture(ToolAnswer.text("ticket open"));
          }
        };
    SessionOptions built =
        options()
            .cwd(scratch)
            .sandbox(SandboxMode.READ_ONLY)
            .services(services)
            .dynamicTool(
                new DynamicTool(
                    "look_up",
                    "Looks a ticket up.",
                    JsonNodeFactory.instance.objectNode().put("type", "object")))
            .build();
    try (CodexSession session = lab.codex.openSession(built)) {
      session.runTurn("go");
    }
    return lab.model.requests().get(1).outputOf("call_1_1").orElse("").contains("ticket open");
  }

  private static ScratchCodexHome.Builder withMcpServer(ScratchCodexHome.Builder config) {
    List<String> server = ScriptedMcpServer.commandLine();
    return config.mcpServer(
        "srv",
        Map.of(
            "command",
            server.get(0),
            "args",
            server.subList(1, server.size()),
            "required",
            true,
            "default_tools_approval_mode",
            "prompt"));
  }

  /** The members of the request by which Codex asks for the approval of an MCP tool. */
  private String elicitation(SurveyLab lab) throws IOException {
    lab.model.restart(ModelScript.builder().respond(SurveyChecks::says).text("done").build());
    try (CodexSession session =
        lab.codex.openSession(options().cwd(scratch).sandbox(SandboxMode.READ_ONLY).build())) {
      session.runTurn("go");
    }
    boolean listed =
        lab.model.requests().get(0).body().path("tools").toString().contains("mcp__srv");
    facts.add("MCP_TOOLS_BEHIND_SEARCH", !listed);
    lab.codex.close();
    for (String line : Files.readAllLines(lab.recording)) {
      if (line.contains("\"mcpServer/elicitation/request\"")) {
        JsonNode params = WireJson.mapper().readTree(line).at("/msg/params");
        facts.add("TOOL_NAME_IN_QUESTION", params.at("/_meta/tool_name").isTextual());
        return members(params) + " _meta: " + members(params.path("_meta"));
      }
    }
    return "none";
  }

  private static String members(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return String.join(" ", names);
  }

  private static Reply says(ModelRequest request) {
    String namespace =
        request.body().path("tools").toString().contains("mcp__srv__") ? "mcp__srv__" : "mcp__srv";
    return Reply.of(OutputItem.call("say", Map.of("text", "x")).inNamespace(namespace));
  }
}
