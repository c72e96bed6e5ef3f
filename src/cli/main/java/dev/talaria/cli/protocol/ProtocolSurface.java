package dev.talaria.cli.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.appserver.ConnectionCalls;
import dev.talaria.appserver.ServerCalls;
import dev.talaria.cli.protocol.ProtocolSchema.Kind;
import dev.talaria.protocol.Item;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.v2.AskForApproval;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.protocol.wire.RequestFields;
import dev.talaria.rpc.peer.RpcDispatcher;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What Talaria uses of the app-server's protocol: the one list, from the code where it can tell.
 *
 * <p>Constant. Fields are paths of names joined by dots.
 */
final class ProtocolSurface {

  /**
   * How one part of the protocol is used.
   *
   * @param sent the fields that we may send
   * @param received the fields that we read
   */
  record Use(Set<String> sent, Set<String> received) {}

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Map<String, Use> METHODS = methods();
  private static final Map<String, Use> SERVER_REQUESTS = serverRequests();
  private static final String IDS = "threadId turnId ";
  private static final String ERROR = "message error.codexErrorInfo";

  private static final Map<String, Set<String>> NOTIFICATION_FIELDS =
      Map.ofEntries(
          Map.entry("turn/started", words("threadId turn.id turn.rootTurnId")),
          Map.entry(
              "turn/completed",
              words("threadId turn.id turn.status turn.error.message turn.error.codexErrorInfo")),
          Map.entry("item/started", words(IDS + "item")),
          Map.entry("item/completed", words(IDS + "item")),
          Map.entry("item/agentMessage/delta", words(IDS + "itemId delta")),
          Map.entry("item/reasoning/summaryTextDelta", words(IDS + "itemId delta")),
          Map.entry("item/reasoning/textDelta", words(IDS + "itemId delta")),
          Map.entry("item/commandExecution/outputDelta", words(IDS + "itemId delta")),
          Map.entry(
              "thread/tokenUsage/updated",
              words(
                  IDS + "tokenUsage.modelContextWindow " + counts("last") + " " + counts("total"))),
          Map.entry("turn/diff/updated", words(IDS + "diff")),
          Map.entry("turn/plan/updated", words(IDS + "explanation plan.step plan.status")),
          Map.entry("error", words(IDS + "willRetry error." + ERROR)),
          Map.entry("serverRequest/resolved", words("threadId requestId")),
          Map.entry("thread/goal/updated", words(IDS + goalFields())),
          Map.entry("thread/goal/cleared", words("threadId")),
          Map.entry("thread/queue/changed", words("threadId")),
          Map.entry("thread/name/updated", words("threadId threadName")),
          Map.entry("thread/settings/updated", words("threadId threadSettings")),
          Map.entry("thread/status/changed", words("threadId status")),
          Map.entry("warning", words("threadId message")),
          Map.entry("guardianWarning", words("threadId message")));

  private static final Map<String, Set<String>> ITEM_FIELDS =
      Map.ofEntries(
          Map.entry("userMessage", words("id clientId content.type content.text")),
          Map.entry("agentMessage", words("id text phase")),
          Map.entry("reasoning", words("id summary content")),
          Map.entry(
              "commandExecution",
              words("id command cwd status aggregatedOutput exitCode durationMs")),
          Map.entry(
              "fileChange",
              words(
                  "id status changes.kind.type changes.kind.move_path changes.path changes.diff")),
          Map.entry(
              "mcpToolCall", words("id server tool status arguments result error readOnlyHint")),
          Map.entry(
              "dynamicToolCall", words("id namespace tool status arguments contentItems success")),
          Map.entry("webSearch", words("id query action results")),
          Map.entry("hookPrompt", words("id fragments.text")),
          Map.entry("functionCallOutput", words("id name namespace output")),
          Map.entry("plan", words("id text")),
          Map.entry(
              "collabAgentToolCall", words("id tool status receiverThreadIds prompt agentsStates")),
          Map.entry("subAgentActivity", words("id kind agentPath agentThreadId")),
          Map.entry("imageView", words("id path")),
          Map.entry("imageGeneration", words("id status revisedPrompt savedPath failure")),
          Map.entry("sleep", words("id durationMs")),
          Map.entry("enteredReviewMode", words("id review")),
          Map.entry("exitedReviewMode", words("id review")),
          Map.entry("contextCompaction", words("id")));

  /** By field the texts that we send there; the loss of any other form does not matter. */
  static final Map<String, Set<String>> SENT_VALUES =
      Map.of(
          "thread/start sandbox", sandboxes(),
          "thread/start approvalPolicy", approvalPolicies(),
          "turn/start approvalPolicy", approvalPolicies(),
          "thread/resume sandbox", sandboxes(),
          "thread/resume approvalPolicy", approvalPolicies());

  /** By field its forms of which the one is sent that the running version takes. */
  static final Map<String, Set<String>> SENT_BY_VERSION =
      Map.of(
          "thread/start permissions", Set.of("string", "{profile}"),
          "turn/start permissions", Set.of("string", "{profile}"),
          "thread/resume permissions", Set.of("string", "{profile}"),
          "thread/start dynamicTools", Set.of("array of object", "array of {function}"),
          "applyPatchApproval decision", Set.of("'denied'", "{denied}"),
          "execCommandApproval decision", Set.of("'denied'", "{denied}"));

  private ProtocolSurface() {}

  /** How a part is used; {@code null} when it is not. */
  static Use of(Kind kind, String name) {
    return switch (kind) {
      case METHOD -> METHODS.get(name);
      case SERVER_REQUEST -> SERVER_REQUESTS.get(name);
      case NOTIFICATION ->
          ServerNotification.of(name, JSON.objectNode()) instanceof ServerNotification.Unknown
              ? null
              : new Use(Set.of(), NOTIFICATION_FIELDS.getOrDefault(name, Set.of()));
      case ITEM -> {
        ObjectNode item = JSON.objectNode().put("type", name);
        yield Item.of(item) instanceof Item.Unknown
            ? null
            : new Use(Set.of(), ITEM_FIELDS.getOrDefault(name, Set.of()));
      }
    };
  }

  /** The methods that are called. */
  static Set<String> calledMethods() {
    return METHODS.keySet();
  }

  /** The parts whose fields are listed. */
  static Set<String> listed(Kind kind) {
    return switch (kind) {
      case METHOD -> METHODS.keySet();
      case SERVER_REQUEST -> SERVER_REQUESTS.keySet();
      case NOTIFICATION -> NOTIFICATION_FIELDS.keySet();
      case ITEM -> ITEM_FIELDS.keySet();
    };
  }

  private static Map<String, Use> methods() {
    Map<String, Use> methods = new TreeMap<>();
    methods.put(
        "initialize",
        new Use(
            words(
                "clientInfo.name clientInfo.title clientInfo.version capabilities.experimentalApi"
                    + " capabilities.requestAttestation capabilities.optOutNotificationMethods"),
            words("userAgent codexHome")));
    methods.put(
        "thread/start",
        new Use(
            RequestFields.THREAD_START,
            words("thread.id thread.path model modelProvider cwd activePermissionProfile.id")));
    methods.put(
        "thread/resume",
        new Use(
            RequestFields.threadResume(),
            words("thread.id thread.path model modelProvider cwd activePermissionProfile.id")));
    methods.put("permissionProfile/list", new Use(words("cwd"), words("data.id data.allowed")));
    methods.put("turn/start", new Use(RequestFields.TURN_START, words("turn.id")));
    methods.put("turn/interrupt", new Use(words("threadId turnId"), Set.of()));
    methods.put("turn/steer", new Use(words("threadId input expectedTurnId"), words("turnId")));
    methods.put(
        "thread/turns/list",
        new Use(
            words("threadId limit cursor sortDirection itemsView"),
            words("data.id data.status data.items data.error data.durationMs nextCursor")));
    methods.put("thread/backgroundTerminals/clean", new Use(words("threadId"), Set.of()));
    methods.put(
        "thread/backgroundTerminals/list",
        new Use(words("threadId"), words("data.itemId nextCursor")));
    methods.put("thread/unsubscribe", new Use(words("threadId"), words("status")));
    methods.put("thread/loaded/list", new Use(Set.of(), Set.of()));
    addThreads(methods);
    addMovers(methods);
    methods.put("config/read", new Use(words("cwd"), Set.of()));
    methods.put(
        "model/list",
        new Use(words("cursor"), words("data.id data.model data.isDefault nextCursor")));
    methods.put("mcpServerStatus/list", new Use(Set.of(), words("data.name data.tools")));
    methods.put(
        "plugin/list",
        new Use(
            Set.of(),
            words(
                "marketplaces.name marketplaces.plugins.name marketplaces.plugins.installed"
                    + " marketplaces.plugins.enabled marketplaces.plugins.availability"
                    + " marketplaceLoadErrors.marketplacePath marketplaceLoadErrors.message")));
    methods.put(
        "account/read",
        new Use(Set.of(), words("account.type account.planType requiresOpenaiAuth")));
    return methods;
  }

  private static void addThreads(Map<String, Use> methods) {
    Use ofThread = new Use(words("threadId"), Set.of());
    List.of("thread/archive", "thread/unarchive", "thread/compact/start")
        .forEach(method -> methods.put(method, ofThread));
    methods.put("thread/inject_items", new Use(words("threadId items"), Set.of()));
    methods.put("thread/name/set", new Use(words("threadId name"), Set.of()));
    methods.put("thread/read", new Use(words("threadId"), threadFields("thread")));
    methods.put(
        "thread/fork",
        new Use(
            words("threadId excludeTurns lastTurnId beforeTurnId model cwd approvalPolicy config"),
            threadFields("thread")));
    methods.put("thread/delete", ofThread);
    Set<String> found = threadFields("data.thread");
    found.addAll(words("data.snippet nextCursor"));
    methods.put("thread/search", new Use(words("limit cursor searchTerm archived"), found));
    methods.put(
        "thread/items/list",
        new Use(
            words("threadId limit cursor sortDirection"),
            words("data.turnId data.item data.startedAtMs data.completedAtMs nextCursor")));
    Set<String> listed = threadFields("data");
    listed.add("nextCursor");
    methods.put("thread/list", new Use(words("limit cursor cwd searchTerm archived"), listed));
  }

  /** What moves a thread besides the prompts of the host. */
  private static void addMovers(Map<String, Use> methods) {
    Use ofThread = new Use(words("threadId"), Set.of());
    methods.put("review/start", new Use(words("threadId target"), words("turn.id")));
    methods.put("thread/shellCommand", new Use(words("threadId command"), Set.of()));
    methods.put(
        "thread/goal/set",
        new Use(words("threadId objective status tokenBudget"), words(goalFields())));
    methods.put("thread/goal/get", new Use(words("threadId"), words(goalFields())));
    methods.put("thread/goal/clear", ofThread);
    methods.put("thread/revert", new Use(words("threadId beforeTurnId"), Set.of()));
    methods.put(
        "thread/queue/add",
        new Use(words("threadId input clientUserMessageId"), words("queuedSubmission.id")));
    methods.put(
        "thread/queue/list",
        new Use(
            words("threadId cursor"),
            words("data.id data.input data.clientUserMessageId nextCursor")));
    methods.put(
        "thread/queue/delete", new Use(words("threadId queuedSubmissionId"), words("deleted")));
    methods.put(
        "thread/settings/update",
        new Use(
            words(
                "threadId model effort summary serviceTier cwd approvalPolicy approvalsReviewer"
                    + " sandboxPolicy permissions personality collaborationMode environments"),
            Set.of()));
  }

  private static String goalFields() {
    return List.of(
            "objective", "status", "tokenBudget", "tokensUsed", "timeUsedSeconds", "createdAt")
        .stream()
        .map(field -> "goal." + field)
        .collect(Collectors.joining(" "));
  }

  private static Set<String> threadFields(String where) {
    return List.of(
            "id name preview cwd model modelProvider status createdAt updatedAt forkedFromId parentThreadId ephemeral"
                .split(" "))
        .stream()
        .map(field -> where + "." + field)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, Use> serverRequests() {
    Map<String, Set<String>> answers =
        Map.of(
            "item/permissions/requestApproval", words("permissions scope"),
            "mcpServer/elicitation/request", words("action content _meta"),
            "item/tool/requestUserInput", words("answers"),
            "item/tool/call", words("contentItems success"),
            "currentTime/read", words("currentTimeAt"),
            "account/chatgptAuthTokens/refresh",
                words("accessToken chatgptAccountId chatgptPlanType"),
            "attestation/generate", words("token"));
    Map<String, Use> requests = new TreeMap<>();
    Map<String, Class<?>> served = new TreeMap<>();
    served.putAll(RpcDispatcher.paramsByMethod(ServerCalls.class));
    served.putAll(RpcDispatcher.paramsByMethod(ConnectionCalls.class));
    served.forEach(
        (name, params) ->
            requests.put(
                name, new Use(answers.getOrDefault(name, words("decision")), fields(params))));
    return requests;
  }

  private static Set<String> sandboxes() {
    return EnumSet.complementOf(EnumSet.of(SandboxMode.UNRECOGNIZED)).stream()
        .map(SandboxMode::wire)
        .collect(Collectors.toSet());
  }

  private static Set<String> approvalPolicies() {
    return Arrays.stream(AskForApproval.Name.values())
        .map(AskForApproval.Name::wire)
        .collect(Collectors.toSet());
  }

  private static Set<String> fields(Class<?> type) {
    Set<String> names = new TreeSet<>();
    for (RecordComponent component : type.getRecordComponents()) {
      JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
      names.add(property == null ? component.getName() : property.value());
    }
    return names;
  }

  private static String counts(String which) {
    return List.of("total", "input", "cachedInput", "output", "reasoningOutput").stream()
        .map(kind -> "tokenUsage." + which + "." + kind + "Tokens")
        .collect(Collectors.joining(" "));
  }

  private static Set<String> words(String text) {
    return new TreeSet<>(List.of(text.split(" ")));
  }
}
