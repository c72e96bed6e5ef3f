package dev.talaria.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.ApprovalRequest.CommandKind;
import dev.talaria.approval.HostServices;
import dev.talaria.approval.Questions;
import dev.talaria.approval.ToolAnswer;
import dev.talaria.approval.answer.ApprovalAnswer;
import dev.talaria.approval.answer.ServiceAnswer;
import dev.talaria.appserver.AppServer;
import dev.talaria.appserver.ConnectionCalls;
import dev.talaria.appserver.ServerCalls;
import dev.talaria.codex.CodexCapability;
import dev.talaria.codex.CodexOptions;
import dev.talaria.codex.CodexVersion;
import dev.talaria.conformance.CodexSchema.Union;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.protocol.DynamicTool;
import dev.talaria.protocol.InputPart;
import dev.talaria.protocol.NetworkRule;
import dev.talaria.protocol.v2.AdditionalContextEntry;
import dev.talaria.protocol.v2.AdditionalContextKind;
import dev.talaria.protocol.v2.ApprovalsReviewer;
import dev.talaria.protocol.v2.AskForApproval;
import dev.talaria.protocol.v2.CollaborationMode;
import dev.talaria.protocol.v2.InitializeParams;
import dev.talaria.protocol.v2.ModeKind;
import dev.talaria.protocol.v2.Personality;
import dev.talaria.protocol.v2.ReasoningSummary;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.protocol.v2.SandboxPolicy;
import dev.talaria.protocol.v2.Settings;
import dev.talaria.protocol.v2.SortDirection;
import dev.talaria.protocol.v2.ThreadItemsListCursor;
import dev.talaria.protocol.v2.ThreadItemsListParams;
import dev.talaria.protocol.v2.ThreadListCwdFilter;
import dev.talaria.protocol.v2.ThreadListParams;
import dev.talaria.protocol.v2.ThreadSearchParams;
import dev.talaria.protocol.v2.ThreadStartParams;
import dev.talaria.protocol.v2.TurnEnvironmentParams;
import dev.talaria.protocol.v2.TurnInterruptParams;
import dev.talaria.protocol.v2.TurnItemsView;
import dev.talaria.protocol.v2.TurnStartParams;
import dev.talaria.protocol.wire.RequestFields;
import dev.talaria.protocol.wire.Wire;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.rpc.peer.RpcDispatcher;
import dev.talaria.session.TurnInput;
import dev.talaria.session.turn.TurnLookup;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that we can send is valid in the schema that the Codex under test writes itself. */
class SentMessagesTest {

  private static final ObjectMapper JSON = WireJson.mapper();
  private static final CodexVersion CODEX =
      CodexVersion.parse(PinnedCodex.selectedVersion()).orElseThrow();

  @TempDir static Path folder;

  private static CodexSchema schema;

  @BeforeAll
  static void the_codex_under_test_writes_its_schema() throws Exception {
    schema = CodexSchema.ofCodexUnderTest(folder);
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static InitializeParams initialize(String title, boolean experimental) {
    CodexOptions.Builder options =
        CodexOptions.builder().client("talaria", title, "1").experimentalApi(experimental);
    return AppServer.initialize(
        experimental
            ? options
                .requestAttestation(true)
                .optOutNotificationMethods("item/agentMessage/delta")
                .build()
            : options.build());
  }

  private static Map<String, Object> threadFields() {
    Map<String, Object> fields =
        new TreeMap<>(
            Map.of(
                "personality",
                Personality.NONE,
                "environments",
                List.of(TurnEnvironmentParams.of("/w", "local")),
                "serviceName",
                "svc"));
    if (CodexCapability.RUNTIME_WORKSPACE_ROOTS.isIn(CODEX)) {
      fields.put("runtimeWorkspaceRoots", List.of("/w"));
    }
    return fields;
  }

  private static Map<String, Object> startFields(AskForApproval approvals) {
    Map<String, Object> fields = new TreeMap<>(threadFields());
    fields.put("modelProvider", "openai");
    fields.put("approvalPolicy", approvals);
    fields.put("approvalsReviewer", ApprovalsReviewer.USER);
    fields.put("serviceTier", "fast");
    fields.put("baseInstructions", "You are a pirate.");
    fields.put("ephemeral", true);
    return fields;
  }

  private static Map<String, Object> turnFields() {
    Map<String, Object> fields = new TreeMap<>(threadFields());
    fields.remove("serviceName");
    fields.put(
        "collaborationMode",
        CollaborationMode.of(ModeKind.PLAN, Settings.of("gpt-5.5").reasoningEffort("low")));
    fields.put("approvalsReviewer", ApprovalsReviewer.AUTO_REVIEW);
    if (CodexCapability.ADDITIONAL_CONTEXT.isIn(CODEX)) {
      fields.put(
          "additionalContext",
          Map.of("ide", AdditionalContextEntry.of(AdditionalContextKind.APPLICATION, "a file")));
    }
    if (CodexCapability.SERVICE_TIER_FOR_TURN.isIn(CODEX)) {
      fields.put("serviceTierForTurn", "flex");
    }
    return fields;
  }

  private static List<Object> turns(List<InputPart> input) {
    TurnStartParams smallest =
        new TurnStartParams(Wire.object("threadId", "t", "input", List.of(input.get(0))));
    List<Object> turns = new ArrayList<>(List.of(smallest));
    profile().ifPresent(id -> turns.add(Wire.with(smallest.json(), "permissions", id)));
    turns.add(
        smallest.sandboxPolicy(
            SandboxPolicy.WorkspaceWrite.of().writableRoots(List.of("/d")).networkAccess(true)));
    turns.add(smallest.sandboxPolicy(SandboxPolicy.ReadOnly.of()));
    turns.add(smallest.sandboxPolicy(SandboxPolicy.WorkspaceWrite.of()));
    turns.add(smallest.sandboxPolicy(SandboxPolicy.DangerFullAccess.of()));
    for (AskForApproval approvals : AskForApproval.Name.values()) {
      for (ReasoningSummary summary : known(ReasoningSummary.UNRECOGNIZED)) {
        Map<String, Object> fields = turnFields();
        fields.put("threadId", "t");
        fields.put("input", input);
        fields.put("model", "gpt-5.5");
        fields.put("effort", "low");
        fields.put("summary", summary);
        fields.put("serviceTier", "fast");
        fields.put("cwd", "/w");
        fields.put("approvalPolicy", approvals);
        fields.put("outputSchema", json("{\"type\":\"object\"}"));
        if (CodexCapability.PROMPT_KEYS.isIn(CODEX)) {
          fields.put("clientUserMessageId", "order-42");
        }
        turns.add(Wire.tree(fields));
      }
    }
    return turns;
  }

  /** The constants but the one that is never sent. */
  private static <E extends Enum<E>> Set<E> known(E unrecognized) {
    return EnumSet.complementOf(EnumSet.of(unrecognized));
  }

  /** A permission profile in the shape that the version takes, if it takes one. */
  private static Optional<JsonNode> profile() {
    return CodexCapability.PERMISSIONS_BY_ID.isIn(CODEX)
        ? Optional.of(Wire.tree(":workspace"))
        : CodexCapability.PERMISSIONS_AS_OBJECT.isIn(CODEX)
            ? Optional.of(Wire.object("type", "profile", "id", ":workspace"))
            : Optional.empty();
  }

  private static List<InputPart> parts() {
    return List.of(
        new InputPart.Text("hi"),
        new InputPart.LocalImage("/pictures/a.png"),
        new InputPart.Image("data:image/png;base64,AAAA"),
        new InputPart.Skill("s", "/skills/s/SKILL.md"),
        new InputPart.Mention("app", "app://x"));
  }

  /** By method: the params in their smallest and in their largest form. */
  private static Map<String, List<Object>> requests() {
    List<InputPart> input = new ArrayList<>(parts());
    if (CodexCapability.AUDIO_INPUT.isIn(CODEX)) {
      input.add(new InputPart.LocalAudio("/sounds/a.wav"));
      input.add(new InputPart.Audio("data:audio/wav;base64,AAAA", null));
    }
    List<ThreadStartParams> starts = new ArrayList<>();
    ThreadStartParams smallest = ThreadStartParams.of();
    starts.add(smallest);
    profile()
        .ifPresent(
            id -> starts.add(new ThreadStartParams(Wire.with(smallest.json(), "permissions", id))));
    for (SandboxMode sandbox : known(SandboxMode.UNRECOGNIZED)) {
      for (AskForApproval approvals : AskForApproval.Name.values()) {
        Map<String, Object> fields = startFields(approvals);
        fields.put("cwd", "/w");
        fields.put("model", "gpt-5.5");
        fields.put("sandbox", sandbox);
        fields.put("developerInstructions", "be brief");
        fields.put(
            "dynamicTools",
            List.of(new DynamicTool("look_up", "looks up", json("{\"type\":\"object\"}"))));
        fields.put(
            "config", Map.of("model_reasoning_effort", "low", "tools", Map.of("web_search", true)));
        starts.add(new ThreadStartParams(Wire.tree(fields)));
      }
    }
    Map<String, List<Object>> requests = new TreeMap<>();
    requests.put("initialize", List.of(initialize("", false), initialize("Talaria", true)));
    requests.put("thread/start", List.copyOf(starts));
    requests.put("turn/start", turns(input));
    requests.put(
        "thread/resume",
        starts.stream().map(settings -> (Object) RequestFields.resume("t", settings)).toList());
    requests.put("turn/interrupt", List.of(TurnInterruptParams.of("t", "u")));
    requests.put("turn/steer", List.of(TurnLookup.steer("t", "u", TurnInput.of(input))));
    requests.put(
        "thread/turns/list",
        List.of(
            TurnLookup.newestFirst("t", 4, TurnItemsView.FULL),
            TurnLookup.newestFirst("t", 4, TurnItemsView.FULL).cursor("c"),
            TurnLookup.newestFirst("t", 100, TurnItemsView.NOT_LOADED).cursor(null)));
    for (String method :
        List.of("thread/read", "thread/archive", "thread/unarchive", "thread/compact/start")) {
      requests.put(method, List.of(Map.of("threadId", "t")));
    }
    List<Object> forks = new ArrayList<>(List.of(Map.of("threadId", "t", "excludeTurns", true)));
    requests.put("thread/fork", forks);
    if (CodexCapability.FORK_OPTIONS.isIn(CODEX)) {
      forks.add(
          Map.of(
              "threadId", "t",
              "lastTurnId", "u",
              "model", "gpt-x",
              "cwd", "/w",
              "approvalPolicy", AskForApproval.Name.NEVER,
              "config", Map.of("model_reasoning_effort", "high")));
      forks.add(Map.of("threadId", "t", "beforeTurnId", "u"));
    }
    if (CodexCapability.THREAD_DELETE.isIn(CODEX)) {
      requests.put("thread/delete", List.of(Map.of("threadId", "t")));
    }
    if (CodexCapability.THREAD_SEARCH.isIn(CODEX)) {
      requests.put("thread/search", List.of(ThreadSearchParams.of("text").limit(5L).cursor("c")));
    }
    if (CodexCapability.THREAD_ITEMS.isIn(CODEX)) {
      requests.put(
          "thread/items/list",
          List.of(
              ThreadItemsListParams.of("t")
                  .limit(5L)
                  .sortDirection(SortDirection.ASC)
                  .cursor(new ThreadItemsListCursor(Wire.tree("c")))));
    }
    requests.put(
        "thread/inject_items",
        List.of(Map.of("threadId", "t", "items", List.of(Map.of("type", "message")))));
    requests.put("thread/name/set", List.of(Map.of("threadId", "t", "name", "n")));
    requests.put(
        "thread/list",
        List.of(
            ThreadListParams.of(),
            ThreadListParams.of()
                .limit(5L)
                .cursor("c")
                .cwd(new ThreadListCwdFilter(Wire.tree("/w")))
                .searchTerm("text")
                .archived(true)));
    requests.put("thread/backgroundTerminals/clean", List.of(Map.of("threadId", "t")));
    if (CodexCapability.BACKGROUND_TERMINAL_LIST.isIn(CODEX)) {
      requests.put("thread/backgroundTerminals/list", List.of(Map.of("threadId", "t")));
    }
    requests.put("thread/unsubscribe", List.of(Map.of("threadId", "t")));
    requests.put("config/read", List.of(Map.of(), Map.of("cwd", "/w")));
    requests.put("model/list", List.of(Map.of(), Map.of("cursor", "c")));
    requests.put("plugin/list", List.of(Map.of()));
    requests.put("thread/loaded/list", List.of(Map.of()));
    requests.put("mcpServerStatus/list", List.of(Map.of()));
    requests.put("account/read", List.of(Map.of()));
    requests.putAll(ofMovers(input));
    if (CodexCapability.PERMISSION_PROFILE_LIST.isIn(CODEX)) {
      requests.put("permissionProfile/list", List.of(Map.of("cwd", "/w")));
    }
    return requests;
  }

  /** What moves a thread besides prompts, as far as the version has it. */
  private static Map<String, List<Object>> ofMovers(List<InputPart> input) {
    Map<String, List<Object>> requests = new TreeMap<>();
    requests.put(
        "review/start",
        List.of(
            Map.of("threadId", "t", "target", Map.of("type", "uncommittedChanges")),
            Map.of("threadId", "t", "target", Map.of("type", "baseBranch", "branch", "b")),
            Map.of("threadId", "t", "target", Map.of("type", "commit", "sha", "a", "title", "x")),
            Map.of("threadId", "t", "target", Map.of("type", "custom", "instructions", "i"))));
    requests.put(
        "thread/shellCommand",
        List.of(Map.of("threadId", "t", "command", "ls", "timeoutMs", 1000)));
    if (CodexCapability.GOALS.isIn(CODEX)) {
      requests.put(
          "thread/goal/set",
          List.of(
              Map.of("threadId", "t", "status", "paused"),
              Map.of("threadId", "t", "objective", "o", "status", "active", "tokenBudget", 5)));
      requests.put("thread/goal/clear", List.of(Map.of("threadId", "t")));
      requests.put("thread/goal/get", List.of(Map.of("threadId", "t")));
    }
    if (CodexCapability.PROMPT_QUEUE.isIn(CODEX)) {
      InputPart[] parts = input.toArray(InputPart[]::new);
      requests.put(
          "thread/queue/add",
          List.of(Map.of("threadId", "t", "input", parts, "clientUserMessageId", "k")));
      requests.put(
          "thread/queue/list",
          List.of(Map.of("threadId", "t"), Map.of("threadId", "t", "cursor", "c")));
      requests.put(
          "thread/queue/delete", List.of(Map.of("threadId", "t", "queuedSubmissionId", "q")));
    }
    if (CodexCapability.THREAD_SETTINGS.isIn(CODEX)) {
      requests.put(
          "thread/settings/update",
          List.of(Map.of("threadId", "t"), Map.of("threadId", "t", "model", "m")));
    }
    if (CodexCapability.THREAD_REVERT.isIn(CODEX)) {
      requests.put("thread/revert", List.of(Map.of("threadId", "t", "beforeTurnId", "u")));
    }
    return requests;
  }

  @Test
  void every_request_that_we_send_is_valid() throws IOException {
    List<String> problems = new ArrayList<>();
    for (Map.Entry<String, List<Object>> entry : requests().entrySet()) {
      for (Object params : entry.getValue()) {
        ObjectNode request = JSON.createObjectNode().put("id", 1).put("method", entry.getKey());
        request.set("params", JSON.valueToTree(params));
        problems.addAll(schema.problems(Union.CLIENT_REQUEST, request));
      }
    }
    problems.addAll(
        schema.problems(Union.CLIENT_NOTIFICATION, json("{\"method\":\"initialized\"}")));
    assertEquals(List.of(), problems);
  }

  @Test
  void every_method_in_the_sources_is_among_these_requests() throws IOException {
    TreeSet<String> tested = new TreeSet<>(requests().keySet());
    tested.add("initialized");
    // Not asked of the versions that do not have them.
    tested.add("permissionProfile/list");
    tested.add("thread/backgroundTerminals/list");
    tested.addAll(List.of("thread/delete", "thread/search", "thread/items/list"));
    tested.addAll(List.of("thread/goal/set", "thread/goal/get", "thread/goal/clear"));
    tested.add("thread/revert");
    tested.addAll(List.of("thread/queue/add", "thread/queue/list", "thread/queue/delete"));
    tested.add("thread/settings/update");
    assertEquals(tested, CalledMethods.inSources());
  }

  @Test
  void a_wrong_request_is_found_and_named() throws IOException {
    List<String> problems =
        schema.problems(
            Union.CLIENT_REQUEST,
            json("{\"id\":1,\"method\":\"turn/start\",\"params\":{\"threadId\":7,\"input\":[]}}"));
    assertTrue(problems.toString().contains("turn/start at '/params/threadId'"), problems + "");
    assertFalse(
        schema
            .problems(Union.CLIENT_REQUEST, json("{\"id\":1,\"method\":\"turn/stop\"}"))
            .isEmpty());
  }

  private static List<ApprovalDecision> decisions() {
    return List.of(
        ApprovalDecision.allow(),
        ApprovalDecision.allowForSession(),
        ApprovalDecision.allowAlways(),
        ApprovalDecision.decline(),
        ApprovalDecision.cancel(),
        ApprovalDecision.submit(JSON.createObjectNode().put("name", "Bob").put("age", 3)));
  }

  /** By method of the server's request: the questions that it can become. */
  private static Map<String, List<ApprovalRequest>> questions() {
    return Map.of(
        "item/commandExecution/requestApproval",
        List.of(
            Questions.command("ls"),
            Questions.command("git status", "git", "status"),
            Questions.command(CommandKind.TYPE, "write_stdin", List.of(), Set.of("accept")),
            Questions.command(CommandKind.RUN_ONCE, "deploy", List.of(), Set.of()),
            Questions.network("example.com"),
            Questions.network("example.com", new NetworkRule("example.com", "allow"))),
        "item/fileChange/requestApproval",
        List.of(Questions.patch("", "add /w/a")),
        "item/permissions/requestApproval",
        List.of(
            Questions.permissions("{}"),
            Questions.permissions("[]"),
            Questions.permissions(
                "{\"network\":{\"enabled\":true},\"fileSystem\":{\"write\":[\"/d\"]}}")),
        "mcpServer/elicitation/request",
        List.of(
            Questions.tool("s", "say", false),
            Questions.tool("s", "say", false, "session"),
            Questions.tool("s", "say", false, "session", "always"),
            Questions.elicitation("s", "form", "{\"properties\":{\"name\":{}}}"),
            Questions.elicitation("s", "url", "")),
        "item/tool/requestUserInput",
        List.of(Questions.userInput()),
        "execCommandApproval",
        List.of(Questions.legacyCommand("ls")),
        "applyPatchApproval",
        List.of(Questions.legacyPatch()));
  }

  private static ApprovalAnswer.LegacyRefusal legacyRefusal() {
    return CodexCapability.LEGACY_REFUSAL_AS_OBJECT.isIn(CODEX)
        ? ApprovalAnswer.LegacyRefusal.OBJECT
        : ApprovalAnswer.LegacyRefusal.WORD;
  }

  @Test
  void every_answer_to_every_question_is_valid() throws IOException {
    List<String> problems = new ArrayList<>();
    for (Map.Entry<String, List<ApprovalRequest>> entry : questions().entrySet()) {
      assertTrue(schema.knowsResult(Union.SERVER_REQUEST, entry.getKey()), entry.getKey());
      for (ApprovalRequest question : entry.getValue()) {
        for (ApprovalDecision decision : decisions()) {
          JsonNode answer = ApprovalAnswer.of(question, decision, legacyRefusal()).result();
          schema
              .resultProblems(Union.SERVER_REQUEST, entry.getKey(), answer)
              .forEach(problem -> problems.add(decision.kind() + " -> " + answer + ": " + problem));
        }
      }
    }
    problems.addAll(
        schema.errorProblems(
            json("{\"id\":0,\"error\":{\"code\":-32601,\"message\":\"unsupported method\"}}")));
    assertEquals(List.of(), problems);
  }

  /** By method of the server's request: what our services return for it. */
  private static Map<String, JsonNode> serviceAnswers() {
    return Map.of(
        "item/tool/call",
        ServiceAnswer.of(
            new ToolAnswer(
                List.of(
                    new ToolAnswer.Content.Text("found"),
                    new ToolAnswer.Content.Image("data:image/png;base64,AAAA")),
                true)),
        "currentTime/read",
        ServiceAnswer.of(Instant.ofEpochSecond(1_700_000_000)),
        "account/chatgptAuthTokens/refresh",
        ServiceAnswer.of(new HostServices.AuthTokens("token", "account", null)),
        "attestation/generate",
        ServiceAnswer.attestation("proof"));
  }

  @Test
  void every_answer_of_a_service_is_valid_where_the_version_asks() throws IOException {
    List<String> problems = new ArrayList<>();
    int checked = 0;
    for (Map.Entry<String, JsonNode> entry : serviceAnswers().entrySet()) {
      if (schema.knowsResult(Union.SERVER_REQUEST, entry.getKey())) {
        checked++;
        problems.addAll(
            schema.resultProblems(Union.SERVER_REQUEST, entry.getKey(), entry.getValue()));
      }
    }
    assertEquals(List.of(), problems);
    assertTrue(checked >= 2, "0.125.0 knows two of them, later versions more");
  }

  @Test
  void every_request_that_we_serve_is_among_these_questions() {
    Set<String> served = new TreeSet<>(RpcDispatcher.paramsByMethod(ServerCalls.class).keySet());
    served.addAll(RpcDispatcher.paramsByMethod(ConnectionCalls.class).keySet());
    Set<String> tested = new TreeSet<>(questions().keySet());
    tested.addAll(serviceAnswers().keySet());
    assertEquals(served, tested);
  }

  @Test
  void every_request_of_the_version_is_served() throws IOException {
    Set<String> served = new TreeSet<>(RpcDispatcher.paramsByMethod(ServerCalls.class).keySet());
    served.addAll(RpcDispatcher.paramsByMethod(ConnectionCalls.class).keySet());
    Set<String> asked = schema.methods(Union.SERVER_REQUEST);
    assertTrue(asked.size() >= 8, asked + "");
    assertTrue(served.containsAll(asked), asked + " are asked, served are " + served);
  }
}
