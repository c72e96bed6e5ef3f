package dev.talaria.restate;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.durable.PendingApproval;
import dev.talaria.protocol.Item;
import dev.talaria.protocol.ThreadTurn;
import dev.talaria.session.Turn;
import dev.talaria.session.listener.SessionListener;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnResult;
import dev.talaria.transcript.ItemProjector;
import dev.talaria.transcript.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What an observer of a thread receives, as events of a stream. It decides nothing: approvals stay
 * pending. Safe for use by many threads; the session's writes, the stream's reads.
 */
final class ObservedTurns implements SessionListener, ApprovalHandler {

  /**
   * An event. Immutable.
   *
   * @param turnId of which turn
   * @param id its id; empty for one that a client does not count
   * @param name what it is
   * @param data JSON in one line
   */
  record Event(String turnId, String id, String name, String data) {}

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private volatile boolean lost;
  private final Set<String> live = ConcurrentHashMap.newKeySet();

  @Override
  public TurnListener onTurn(Turn turn) {
    return new Rows();
  }

  @Override
  public CompletionStage<ApprovalDecision> decide(ApprovalRequest request) {
    String data = ProgressStream.json(PendingApproval.of(request));
    events.add(new Event(request.turnId(), "", "approval", data));
    return new CompletableFuture<>();
  }

  /** Waits for the next event, so long. */
  Optional<Event> next(Duration limit) throws InterruptedException {
    return Optional.ofNullable(events.poll(limit.toNanos(), TimeUnit.NANOSECONDS));
  }

  /** Whether the connection was lost in a turn: what happened to it is known to the next Codex. */
  boolean isLost() {
    return lost;
  }

  /** Whether a turn is followed live. */
  boolean has(String turnId) {
    return live.contains(turnId);
  }

  /** {@return the events of a turn that has ended, as they were when it was followed live} */
  static List<Event> ofKept(String threadId, ThreadTurn turn) {
    List<Message> rows = new ArrayList<>();
    ItemProjector projector = new ItemProjector();
    for (Item item : turn.items()) {
      rows.addAll(projector.projectCompleted(item, threadId, turn.id()).messages());
    }
    rows.addAll(projector.end().messages());
    List<Event> events = new ArrayList<>();
    events.add(state(turn.id(), "0", "started"));
    for (int i = 0; i < rows.size(); i++) {
      events.add(row(turn.id(), i + 1, rows.get(i)));
    }
    events.add(state(turn.id(), "end", turn.status()));
    return events;
  }

  private static Event state(String turnId, String id, String status) {
    String data = ProgressStream.json(Map.of("turnId", turnId, "status", status));
    return new Event(turnId, turnId + ":" + id, "turn", data);
  }

  private static Event row(String turnId, int number, Message row) {
    return new Event(turnId, turnId + ":" + number, "message", ProgressStream.json(row));
  }

  /** One turn, live; called by one thread at a time. */
  private final class Rows implements TurnListener {
    private String turnId = "";
    private int rows;

    @Override
    public void onStarted(String id) {
      turnId = id;
      live.add(id);
      events.add(state(id, "0", "started"));
    }

    @Override
    public void onMessage(Message message) {
      events.add(row(turnId, ++rows, message));
    }

    @Override
    public void onCompleted(TurnResult result) {
      TurnError.Kind failure = result.error() == null ? null : result.error().kind();
      if (failure == TurnError.Kind.CONNECTION_LOST) {
        lost = true;
      } else if (failure != TurnError.Kind.DETACHED && !turnId.isEmpty()) {
        events.add(state(turnId, "end", result.status().name().toLowerCase(Locale.ROOT)));
      }
    }
  }
}
