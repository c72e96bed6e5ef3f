package dev.talaria.viewer.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.protocol.ActivityItem;
import dev.talaria.protocol.Goal;
import dev.talaria.protocol.Item;
import dev.talaria.protocol.PlanStep;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.ServerNotification.AgentMessageDelta;
import dev.talaria.protocol.ServerNotification.CommandOutputDelta;
import dev.talaria.protocol.ServerNotification.ErrorRaised;
import dev.talaria.protocol.ServerNotification.GoalCleared;
import dev.talaria.protocol.ServerNotification.GoalUpdated;
import dev.talaria.protocol.ServerNotification.ItemCompleted;
import dev.talaria.protocol.ServerNotification.ItemStarted;
import dev.talaria.protocol.ServerNotification.NameUpdated;
import dev.talaria.protocol.ServerNotification.PlanUpdated;
import dev.talaria.protocol.ServerNotification.QueueChanged;
import dev.talaria.protocol.ServerNotification.ReasoningDelta;
import dev.talaria.protocol.ServerNotification.TokenUsageUpdated;
import dev.talaria.protocol.ServerNotification.TurnCompleted;
import dev.talaria.protocol.ServerNotification.TurnStarted;
import dev.talaria.protocol.ServerNotification.WarningRaised;
import dev.talaria.protocol.StoredThread;
import dev.talaria.session.result.TurnOrigin;
import dev.talaria.viewer.model.ItemBody.Shown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Makes threads, turns and items of what Codex says and is told, in the order in which it is.
 *
 * <p>Belongs to one thread at a time. It keeps the threads and what has not ended, so that a
 * session of any length takes little memory.
 */
public final class SessionModel {

  /** How many items are remembered that may be completed again. */
  private static final int REMEMBERED = 4096;

  private record Open(
      long number, long start, int thread, int turn, Item item, StringBuilder text) {}

  private record Asked(
      long number, long start, int thread, int turn, JsonNode params, ObjectNode body) {}

  private final ViewSink sink;
  private final Decisions decisions;
  private final Map<String, ViewThread> threads = new LinkedHashMap<>();
  private final Map<String, ViewTurn> turns = new HashMap<>();
  private final Map<String, TurnOrigin> requested = new HashMap<>();
  private final Map<String, Open> open = new LinkedHashMap<>();
  private final Map<String, Asked> asked = new LinkedHashMap<>();
  private final Map<String, Integer> completed =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
          return size() > REMEMBERED;
        }
      };
  private int turnCount;
  private long itemCount;
  private long now;

  /** A session without anything in it yet. */
  public SessionModel(ViewSink sink, Decisions decisions) {
    this.sink = sink;
    this.decisions = decisions;
  }

  /** The time of what is told next, in milliseconds of any clock. */
  public void at(long millis) {
    now = millis;
  }

  /** The time is this, or later. */
  public void atLeast(long millis) {
    now = Math.max(now, millis);
  }

  /** How many items there are so far. */
  public long items() {
    return itemCount;
  }

  /** A thread as Codex describes it; what it does not say stays as it is. */
  public void described(JsonNode json) {
    StoredThread stored = new StoredThread(json);
    if (stored.id().isEmpty()) {
      return;
    }
    ViewThread thread = thread(stored.id());
    String nickname = json.path("agentNickname").asText("");
    thread.name = first(stored.name(), first(nickname, thread.name));
    thread.cwd = first(stored.cwd(), thread.cwd);
    thread.model = first(stored.model(), thread.model);
    thread.provider = first(stored.modelProvider(), thread.provider);
    thread.version = first(json.path("cliVersion").asText(""), thread.version);
    if (!stored.parent().isEmpty()) {
      adopted(thread, thread(stored.parent()), -1);
    }
    sink.thread(thread);
  }

  private static String first(String one, String other) {
    return one.isEmpty() ? other : one;
  }

  /** A turn was asked for by this client; it may have begun already. */
  public void requested(String threadId, String turnId, TurnOrigin origin) {
    ViewTurn turn = turns.get(key(threadId, turnId));
    if (turn == null) {
      requested.put(key(threadId, turnId), origin);
    } else {
      turn.origin = word(origin);
      sink.turn(turn);
    }
  }

  /** What Codex tells. */
  public void told(ServerNotification event) {
    if (event instanceof AgentMessageDelta delta) {
      append(delta, delta.itemId(), delta.delta());
    } else if (event instanceof ReasoningDelta delta) {
      append(delta, delta.itemId(), delta.delta());
    } else if (event instanceof CommandOutputDelta delta) {
      append(delta, delta.itemId(), delta.delta());
    } else if (event instanceof ItemStarted started) {
      started(started);
    } else if (event instanceof ItemCompleted item) {
      completed(item);
    } else if (event instanceof TurnStarted started) {
      begun(started);
    } else if (event instanceof TurnCompleted ended) {
      ended(ended);
    } else if (event instanceof TokenUsageUpdated used) {
      used(used);
    } else {
      noted(event);
    }
  }

  private void noted(ServerNotification event) {
    if (event instanceof ErrorRaised raised) {
      ObjectNode body = ItemBody.object().put("text", raised.error().message());
      body.put("error", raised.error().kind()).put("retry", raised.willRetry());
      single(ViewKind.ERROR, event, body);
    } else if (event instanceof WarningRaised raised && !raised.threadId().isEmpty()) {
      single(ViewKind.WARNING, event, ItemBody.object().put("text", raised.message()));
    } else if (event instanceof PlanUpdated plan) {
      ObjectNode body = ItemBody.object().put("text", plan.explanation());
      for (PlanStep step : plan.steps()) {
        body.withArray("steps").addObject().put("step", step.step()).put("status", step.status());
      }
      single(ViewKind.PLAN, event, body);
    } else if (event instanceof NameUpdated named) {
      ViewThread thread = thread(named.threadId());
      thread.name = named.name();
      sink.thread(thread);
    } else if (event instanceof QueueChanged queue) {
      thread(queue.threadId()).next = TurnOrigin.QUEUE;
    } else if (event instanceof GoalUpdated goal) {
      ViewThread thread = thread(goal.threadId());
      thread.goal = goal.goal().status() == Goal.Status.ACTIVE;
      thread.next = thread.goal ? TurnOrigin.GOAL : TurnOrigin.UNKNOWN;
    } else if (event instanceof GoalCleared cleared) {
      thread(cleared.threadId()).goal = false;
    } else if (event instanceof ServerNotification.Unknown other) {
      unknown(other);
    }
  }

  /** What came right before a turn may tell who started it, else its first item does. */
  private void begun(TurnStarted event) {
    ViewTurn turn = turn(event.threadId(), event.turnId());
    ViewThread thread = thread(event.threadId());
    started(turn, thread.next);
    thread.next = TurnOrigin.UNKNOWN;
  }

  private void started(ViewTurn turn, TurnOrigin origin) {
    if (turn.origin.equals(word(TurnOrigin.UNKNOWN)) && origin != TurnOrigin.UNKNOWN) {
      turn.origin = word(origin);
      sink.turn(turn);
    }
  }

  private static TurnOrigin told(Item first, boolean goal) {
    if (first instanceof ActivityItem.EnteredReviewMode) {
      return TurnOrigin.REVIEW;
    } else if (first instanceof Item.ContextCompaction) {
      return TurnOrigin.COMPACTION;
    } else if (first instanceof Item.CommandExecution command
        && command.raw().path("source").asText().equals("userShell")) {
      return TurnOrigin.SHELL;
    } else if (first instanceof Item.UserMessage) {
      return TurnOrigin.OTHER_CLIENT;
    }
    return goal ? TurnOrigin.GOAL : TurnOrigin.UNKNOWN;
  }

  private void unknown(ServerNotification.Unknown event) {
    if (event.method().equals("thread/started")) {
      described(event.params().path("thread"));
    } else if (event.method().equals("item/autoApprovalReview/completed")) {
      single(ViewKind.APPROVAL, event, ApprovalBody.reviewed(event.params()));
    }
  }

  /** What happens at once. */
  private void single(ViewKind kind, ServerNotification event, ObjectNode body) {
    int turn = turnNumber(event);
    sink.item(
        new ViewItem(itemCount++, kind, thread(event.threadId()).number, turn, now, now, body));
  }

  private ViewThread thread(String id) {
    return threads.computeIfAbsent(
        id,
        key -> {
          ViewThread thread = new ViewThread(threads.size(), key);
          sink.thread(thread);
          return thread;
        });
  }

  private static String key(String threadId, String id) {
    return threadId + '\n' + id;
  }

  private static String word(TurnOrigin origin) {
    return origin.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private int turnNumber(ServerNotification event) {
    return event.turnId().isEmpty() ? -1 : turn(event.threadId(), event.turnId()).number;
  }

  private ViewTurn turn(String threadId, String turnId) {
    return turns.computeIfAbsent(
        key(threadId, turnId),
        key -> {
          ViewThread thread = thread(threadId);
          ViewTurn turn = new ViewTurn(turnCount++, thread.number, turnId, itemCount++, now);
          TurnOrigin origin = requested.remove(key);
          turn.origin =
              word(
                  origin != null
                      ? origin
                      : thread.parent >= 0 ? TurnOrigin.AGENT : TurnOrigin.UNKNOWN);
          turn.before = thread.usage == null ? null : thread.usage.total();
          sink.turn(turn);
          return turn;
        });
  }

  private void started(ItemStarted event) {
    ViewTurn turn = turn(event.threadId(), event.turnId());
    if (!turn.hasItems) {
      turn.hasItems = true;
      started(turn, told(event.item(), thread(event.threadId()).goal));
    }
    Open item = opened(event.threadId(), event.turnId(), event.item(), now);
    open.put(key(key(event.threadId(), event.turnId()), event.item().id()), item);
    if (sink.isLive()) {
      Shown shown = ItemBody.of(event.item());
      shown.body().put("unfinished", true);
      sink.begun(viewed(item, shown));
    }
    if (event.item() instanceof ActivityItem.CollabAgentToolCall call) {
      adopt(event.threadId(), call.receiverThreadIds(), item.number());
    }
  }

  private Open opened(String threadId, String turnId, Item item, long start) {
    ViewTurn turn = turn(threadId, turnId);
    return new Open(itemCount++, start, turn.thread, turn.number, item, new StringBuilder());
  }

  private void append(ServerNotification event, String itemId, String delta) {
    Open item = open.get(key(key(event.threadId(), event.turnId()), itemId));
    if (item != null) {
      item.text().append(delta);
      if (sink.isLive()) {
        sink.more(item.number(), delta);
      }
    }
  }

  private void completed(ItemCompleted event) {
    String key = key(key(event.threadId(), event.turnId()), event.item().id());
    Shown shown = ItemBody.of(event.item());
    int digest = shown.body().toString().hashCode();
    Open item = open.remove(key);
    Integer before = event.item().id().isEmpty() ? null : completed.put(key, digest);
    if (item == null && before != null && before == digest) {
      return;
    }
    if (item == null) {
      long start = event.item().raw().path("startedAtMs").asLong(now);
      item = opened(event.threadId(), event.turnId(), event.item(), Math.min(start, now));
    }
    if (event.item() instanceof ActivityItem.CollabAgentToolCall call) {
      adopt(event.threadId(), call.receiverThreadIds(), item.number());
    } else if (event.item() instanceof ActivityItem.SubAgentActivity activity) {
      adopt(event.threadId(), List.of(activity.agentThreadId()), item.number());
    }
    emit(item, shown);
  }

  private void emit(Open item, Shown shown) {
    sink.item(viewed(item, shown));
  }

  private ViewItem viewed(Open item, Shown shown) {
    return new ViewItem(
        item.number(), shown.kind(), item.thread(), item.turn(), item.start(), now, shown.body());
  }

  /** Other threads turn out to be agents of this one. */
  private void adopt(String parentId, List<String> agents, long spawn) {
    for (String id : agents) {
      if (!id.isEmpty() && !id.equals(parentId)) {
        adopted(thread(id), thread(parentId), spawn);
      }
    }
  }

  /** The first to say so is believed: a thread is never its own ancestor. */
  private void adopted(ViewThread thread, ViewThread parent, long spawn) {
    List<ViewThread> all = new ArrayList<>(threads.values());
    for (int above = parent.number; above >= 0; above = all.get(above).parent) {
      if (above == thread.number) {
        return;
      }
    }
    boolean known = thread.parent >= 0;
    if (!known || thread.parent == parent.number && thread.spawn < 0) {
      thread.parent = parent.number;
      thread.spawn = spawn;
      sink.thread(thread);
      turns.values().forEach(turn -> startedByAgent(turn, thread));
    }
  }

  /** The first turn of an agent may begin before its parent names it. */
  private void startedByAgent(ViewTurn turn, ViewThread agent) {
    boolean unsaid =
        turn.origin.equals(word(TurnOrigin.UNKNOWN))
            || turn.origin.equals(word(TurnOrigin.OTHER_CLIENT));
    if (turn.thread == agent.number && unsaid) {
      turn.origin = word(TurnOrigin.AGENT);
      sink.turn(turn);
    }
  }

  private void ended(TurnCompleted event) {
    ViewTurn turn = turn(event.threadId(), event.turnId());
    String inTurn = key(key(event.threadId(), event.turnId()), "");
    List<String> texts = new ArrayList<>();
    open.forEach(
        (key, item) -> {
          if (key.startsWith(inTurn) && !isWork(item.item())) {
            texts.add(key);
          }
        });
    texts.forEach(key -> unfinished(open.remove(key)));
    turn.end = now;
    turn.status = event.status();
    ViewThread thread = thread(event.threadId());
    boolean goesOn = thread.goal && turn.status.equals("completed");
    thread.next = goesOn ? TurnOrigin.GOAL : TurnOrigin.UNKNOWN;
    turn.error = event.error() == null ? "" : event.error().message();
    sink.turn(turn);
  }

  /** A command may end after its turn. */
  private static boolean isWork(Item item) {
    return item instanceof Item.CommandExecution
        || item instanceof ActivityItem.CollabAgentToolCall;
  }

  /** What never was completed, with the text that there was. */
  private void unfinished(Open item) {
    Shown shown = ItemBody.of(item.item());
    String text = item.text().toString();
    if (!text.isEmpty()) {
      switch (shown.kind()) {
        case REASONING -> shown.body().putArray("content").add(text);
        case COMMAND -> shown.body().put("output", text);
        default -> shown.body().put("text", text);
      }
    }
    emit(item, new Shown(shown.kind(), shown.body().put("unfinished", true)));
  }

  private void used(TokenUsageUpdated event) {
    if (!event.turnId().isEmpty()) {
      ViewTurn turn = turn(event.threadId(), event.turnId());
      turn.used(event.usage());
      sink.turn(turn);
    }
    ViewThread thread = thread(event.threadId());
    thread.usage = event.usage();
    sink.thread(thread);
  }

  /** Codex asks; only what asks people is shown. */
  public void asked(String requestId, String method, JsonNode params) {
    if (!ApprovalBody.asksPeople(method)) {
      return;
    }
    String threadId = params.path("threadId").asText(params.path("conversationId").asText());
    String turnId = params.path("turnId").asText("");
    int turn = turnId.isEmpty() ? -1 : turn(threadId, turnId).number;
    ObjectNode body = ApprovalBody.asked(method, params);
    Asked request = new Asked(itemCount++, now, thread(threadId).number, turn, params, body);
    asked.put(requestId, request);
    if (sink.isLive()) {
      ObjectNode waiting = body.deepCopy().put("decision", "waiting").put("unfinished", true);
      sink.begun(viewed(request, waiting));
    }
  }

  /** The client has answered, with {@code result} or {@code error}. */
  public void answered(String requestId, JsonNode message) {
    Asked request = asked.remove(requestId);
    if (request != null) {
      ApprovalBody.answered(request.body(), request.params(), message);
      emit(request);
    }
  }

  /** Codex no longer wants an answer, or has had one. */
  public void withdrawn(String requestId) {
    Asked request = asked.remove(requestId);
    if (request != null) {
      ApprovalBody.withdrawn(request.body());
      emit(request);
    }
  }

  private void emit(Asked request) {
    decisions.explain(request.body(), request.params());
    sink.item(viewed(request, request.body()));
  }

  private ViewItem viewed(Asked request, ObjectNode body) {
    return new ViewItem(
        request.number(),
        ViewKind.APPROVAL,
        request.thread(),
        request.turn(),
        request.start(),
        now,
        body);
  }

  /**
   * A connection is lost: no answer comes any more.
   *
   * @param connection with what the ids of its requests begin
   */
  public void disconnected(String connection) {
    List<String> lost = asked.keySet().stream().filter(id -> id.startsWith(connection)).toList();
    lost.forEach(id -> emitOpen(asked.remove(id)));
  }

  private void emitOpen(Asked request) {
    request.body().put("decision", "open").put("by", "nobody");
    emit(request);
  }

  /** There is nothing more; what has not ended is shown as it is. */
  public void end() {
    disconnected("");
    open.values().forEach(this::unfinished);
    open.clear();
  }
}
