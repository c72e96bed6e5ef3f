package dev.talaria.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.wire.WireJson;
import java.util.ArrayList;
import java.util.List;

/**
 * What the app-server sends without being asked. Values only, immutable.
 *
 * <p>Ids are empty strings where the server sends none. {@link #of} never throws.
 */
public sealed interface ServerNotification {

  /** {@return the thread that it is about; empty for one about the connection or the account} */
  String threadId();

  /** {@return the turn that it is about; empty for one about a thread or the connection} */
  String turnId();

  /**
   * {@code turn/started}.
   *
   * @param threadId the thread
   * @param turnId the turn that began
   * @param rootTurnId the first turn of the work that led to this one, which may be itself; empty
   *     where the server does not say, as 0.130.0
   */
  record TurnStarted(String threadId, String turnId, String rootTurnId)
      implements ServerNotification {}

  /**
   * {@code turn/completed}.
   *
   * @param threadId the thread
   * @param turnId the turn that ended
   * @param status {@code completed}, {@code interrupted}, {@code failed}, or a later version's
   *     value
   * @param error why it failed; {@code null} when it did not or when Codex does not say
   */
  record TurnCompleted(String threadId, String turnId, String status, CodexError error)
      implements ServerNotification {}

  /**
   * {@code item/started}.
   *
   * @param threadId the thread
   * @param turnId the turn
   * @param item as far as it is known; its completed form is authoritative
   */
  record ItemStarted(String threadId, String turnId, Item item) implements ServerNotification {}

  /**
   * {@code item/completed}: the authoritative form of the item.
   *
   * @param threadId the thread
   * @param turnId the turn
   * @param item the whole item
   * @param params the whole notification
   */
  record ItemCompleted(String threadId, String turnId, Item item, JsonNode params)
      implements ServerNotification {}

  /**
   * {@code item/agentMessage/delta}: the next part of a message that is being written.
   *
   * @param threadId the thread
   * @param turnId the turn
   * @param itemId the message
   * @param delta the text to append
   */
  record AgentMessageDelta(String threadId, String turnId, String itemId, String delta)
      implements ServerNotification {}

  /**
   * {@code item/reasoning/summaryTextDelta} or {@code item/reasoning/textDelta}.
   *
   * @param threadId the thread
   * @param turnId the turn
   * @param itemId the reasoning
   * @param delta the text to append
   */
  record ReasoningDelta(String threadId, String turnId, String itemId, String delta)
      implements ServerNotification {}

  /**
   * {@code item/commandExecution/outputDelta}: may miss early output; the item has it all.
   *
   * @param threadId the thread
   * @param turnId the turn
   * @param itemId the command
   * @param delta the output to append
   */
  record CommandOutputDelta(String threadId, String turnId, String itemId, String delta)
      implements ServerNotification {}

  /**
   * {@code thread/tokenUsage/updated}.
   *
   * @param threadId the thread
   * @param turnId the turn that used them last
   * @param usage the last request and the whole thread
   */
  record TokenUsageUpdated(String threadId, String turnId, TokenUsage usage)
      implements ServerNotification {}

  /**
   * {@code error}: something went wrong in a turn.
   *
   * @param threadId the thread
   * @param turnId the turn
   * @param error what went wrong
   * @param willRetry whether Codex tries again by itself; then it is progress, not the end
   */
  record ErrorRaised(String threadId, String turnId, CodexError error, boolean willRetry)
      implements ServerNotification {}

  /**
   * {@code turn/diff/updated}: what the turn has changed so far, as Git writes it.
   *
   * @param threadId the thread
   * @param turnId the turn
   * @param diff the whole diff, not only what is new
   */
  record DiffUpdated(String threadId, String turnId, String diff) implements ServerNotification {}

  /**
   * {@code turn/plan/updated}: the agent's plan as it is now.
   *
   * @param threadId the thread
   * @param turnId the turn
   * @param explanation why it changed; empty when the model does not say
   * @param steps the whole plan, in order
   */
  record PlanUpdated(String threadId, String turnId, String explanation, List<PlanStep> steps)
      implements ServerNotification {

    static PlanUpdated of(String thread, String turn, JsonNode params) {
      List<PlanStep> steps = new ArrayList<>();
      for (JsonNode step : params.path("plan")) {
        steps.add(new PlanStep(WireJson.text(step, "step"), WireJson.text(step, "status")));
      }
      return new PlanUpdated(
          thread, turn, WireJson.text(params, "explanation"), List.copyOf(steps));
    }
  }

  /**
   * {@code serverRequest/resolved}: a request of the server is answered or void.
   *
   * @param threadId the thread
   * @param turnId the turn; empty where the server sends none
   * @param requestId the id of the request, as it came with it
   */
  record ServerRequestResolved(String threadId, String turnId, JsonNode requestId)
      implements ServerNotification {}

  /**
   * {@code thread/goal/updated}: the goal of the thread was set, or has moved.
   *
   * @param threadId the thread
   * @param turnId the turn in which it moved; empty for none
   * @param goal the goal as it is now
   */
  record GoalUpdated(String threadId, String turnId, Goal goal) implements ServerNotification {}

  /**
   * {@code thread/goal/cleared}: the thread has no goal.
   *
   * @param threadId the thread
   * @param turnId empty
   */
  record GoalCleared(String threadId, String turnId) implements ServerNotification {}

  /**
   * {@code thread/queue/changed}: a prompt was added to the thread's queue, or has left it.
   *
   * @param threadId the thread
   * @param turnId empty
   */
  record QueueChanged(String threadId, String turnId) implements ServerNotification {}

  /**
   * {@code thread/name/updated}.
   *
   * @param threadId the thread
   * @param turnId empty
   * @param name the new name; empty for none
   */
  record NameUpdated(String threadId, String turnId, String name) implements ServerNotification {}

  /**
   * {@code thread/settings/updated}: the settings that the next turn starts with.
   *
   * @param threadId the thread
   * @param turnId empty
   * @param settings all of them, as Codex names them: {@code model}, {@code approvalPolicy}, …
   */
  record SettingsUpdated(String threadId, String turnId, JsonNode settings)
      implements ServerNotification {}

  /**
   * {@code thread/status/changed}.
   *
   * @param threadId the thread
   * @param turnId empty
   * @param status {@code notLoaded}, {@code idle}, {@code systemError}, {@code active}, or a later
   *     version's value
   * @param flags why an active thread waits: {@code waitingOnApproval}, {@code waitingOnUserInput};
   *     mostly empty
   */
  record StatusChanged(String threadId, String turnId, String status, List<String> flags)
      implements ServerNotification {

    static StatusChanged of(String thread, String turn, JsonNode status) {
      List<String> flags = new ArrayList<>();
      status.path("activeFlags").forEach(flag -> flags.add(flag.asText()));
      return new StatusChanged(thread, turn, WireJson.text(status, "type"), List.copyOf(flags));
    }
  }

  /**
   * {@code warning} or {@code guardianWarning}.
   *
   * @param threadId the thread; empty for all
   * @param turnId empty
   * @param message for people
   */
  record WarningRaised(String threadId, String turnId, String message)
      implements ServerNotification {}

  /**
   * Every other notification, kept as it came.
   *
   * @param threadId the thread; empty where there is none
   * @param turnId the turn; empty where there is none
   * @param method the wire name
   * @param params any JSON
   */
  record Unknown(String threadId, String turnId, String method, JsonNode params)
      implements ServerNotification {}

  /**
   * Reads a notification of any method with any params.
   *
   * @param method the wire name, such as {@code turn/started}
   * @param params any JSON
   * @return the record for the method; {@link Unknown} if there is none
   */
  static ServerNotification of(String method, JsonNode params) {
    String thread = WireJson.text(params, "threadId");
    String turn = WireJson.text(params, "turnId", WireJson.text(params.path("turn"), "id"));
    String item = WireJson.text(params, "itemId");
    String delta = WireJson.text(params, "delta");
    return switch (method) {
      case "turn/started" ->
          new TurnStarted(thread, turn, WireJson.text(params.path("turn"), "rootTurnId"));
      case "turn/completed" -> {
        JsonNode error = params.path("turn").path("error");
        yield new TurnCompleted(
            thread,
            turn,
            WireJson.text(params.path("turn"), "status"),
            error.isObject() ? CodexError.of(error) : null);
      }
      case "item/started" -> new ItemStarted(thread, turn, Item.of(params.path("item")));
      case "item/completed" ->
          new ItemCompleted(thread, turn, Item.of(params.path("item")), params);
      case "item/agentMessage/delta" -> new AgentMessageDelta(thread, turn, item, delta);
      case "item/reasoning/summaryTextDelta", "item/reasoning/textDelta" ->
          new ReasoningDelta(thread, turn, item, delta);
      case "item/commandExecution/outputDelta" -> new CommandOutputDelta(thread, turn, item, delta);
      case "thread/tokenUsage/updated" ->
          new TokenUsageUpdated(thread, turn, TokenUsage.of(params.path("tokenUsage")));
      case "error" ->
          new ErrorRaised(
              thread,
              turn,
              CodexError.of(params.path("error")),
              params.path("willRetry").asBoolean(false));
      case "turn/diff/updated" -> new DiffUpdated(thread, turn, WireJson.text(params, "diff"));
      case "turn/plan/updated" -> PlanUpdated.of(thread, turn, params);
      case "serverRequest/resolved" ->
          new ServerRequestResolved(thread, turn, params.path("requestId"));
      case "thread/goal/updated" -> new GoalUpdated(thread, turn, new Goal(params.path("goal")));
      case "thread/goal/cleared" -> new GoalCleared(thread, turn);
      case "thread/queue/changed" -> new QueueChanged(thread, turn);
      case "thread/name/updated" ->
          new NameUpdated(thread, turn, WireJson.text(params, "threadName"));
      case "thread/settings/updated" ->
          new SettingsUpdated(thread, turn, params.path("threadSettings"));
      case "thread/status/changed" -> StatusChanged.of(thread, turn, params.path("status"));
      case "warning", "guardianWarning" ->
          new WarningRaised(thread, turn, WireJson.text(params, "message"));
      default -> new Unknown(thread, turn, method, params);
    };
  }
}
