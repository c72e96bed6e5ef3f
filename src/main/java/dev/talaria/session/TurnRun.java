package dev.talaria.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.appserver.SerialQueue;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.ServerNotification.AgentMessageDelta;
import dev.talaria.protocol.ServerNotification.CommandOutputDelta;
import dev.talaria.protocol.ServerNotification.ErrorRaised;
import dev.talaria.protocol.ServerNotification.ItemCompleted;
import dev.talaria.protocol.ServerNotification.ItemStarted;
import dev.talaria.protocol.ServerNotification.ReasoningDelta;
import dev.talaria.protocol.ServerNotification.TokenUsageUpdated;
import dev.talaria.protocol.ServerNotification.TurnCompleted;
import dev.talaria.protocol.ServerNotification.TurnStarted;
import dev.talaria.protocol.ThreadItem;
import dev.talaria.protocol.TurnInterruptParams;
import dev.talaria.protocol.TurnStartParams;
import dev.talaria.protocol.TurnStartResult;
import dev.talaria.protocol.TurnSteerParams;
import dev.talaria.protocol.UserInput;
import dev.talaria.rpc.ConnectionLostException;
import dev.talaria.rpc.RpcException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One turn from the call to its end.
 *
 * <p>Runs in its session's mailbox; the methods of {@link Turn} may be called by any thread. Events
 * that come before Codex has named the turn wait until it has.
 */
final class TurnRun implements Turn {

  private static final Logger log = LoggerFactory.getLogger(TurnRun.class);

  /** How long Codex may take to confirm an interrupt. */
  static final Duration INTERRUPT_LIMIT = Duration.ofSeconds(5);

  /** How long a command may end after its turn and still be part of the result. */
  private static final Duration LATE_ITEMS = Duration.ofMillis(200);

  /** How long after a final error the end of the turn may follow. */
  private static final Duration END_AFTER_ERROR = Duration.ofSeconds(3);

  private final ThreadSession session;
  private final TurnInput input;
  private final TurnListener listener;
  private final CompletableFuture<TurnResult> result = new CompletableFuture<>();
  private final TurnRecord record;
  private final Deque<Runnable> untilStarted = new ArrayDeque<>();
  private final Map<String, ThreadItem> openItems = new HashMap<>();
  private final List<ScheduledFuture<?>> alarms = new ArrayList<>();
  private final long startNanos = System.nanoTime();

  private volatile String turnId = "";
  private boolean started;
  private boolean interrupting;
  private boolean ended;
  private TurnError stopReason;
  private TurnCompleted completion;

  TurnRun(ThreadSession session, TurnInput input, TurnListener listener) {
    this.session = session;
    this.input = input;
    this.listener = listener;
    this.record = new TurnRecord(session.options().maxCommandOutput());
  }

  /** The turn's id; empty until Codex has named it. */
  String turnId() {
    return turnId;
  }

  // --- the host's side, any thread

  @Override
  public CompletableFuture<TurnResult> result() {
    return result.copy();
  }

  @Override
  public void interrupt() {
    session.post(this::interruptNow);
  }

  @Override
  public CompletableFuture<Boolean> steer(String text) {
    CompletableFuture<Boolean> taken = new CompletableFuture<>();
    session.post(
        () -> {
          if (ended || turnId.isEmpty() || text.isBlank()) {
            taken.complete(false);
            return;
          }
          TurnSteerParams params =
              new TurnSteerParams(session.threadId(), List.of(new UserInput.Text(text)), turnId);
          session
              .server()
              .request("turn/steer", params, JsonNode.class)
              .whenComplete(
                  (reply, error) -> {
                    log.debug("steer: {}", reply, error);
                    taken.complete(
                        error == null && reply.path("turnId").asText(turnId).equals(turnId));
                  });
        });
    return taken;
  }

  // --- the way of the turn, mailbox only

  void begin() {
    if (interrupting) {
      end(TurnStatus.INTERRUPTED, null, false);
      return;
    }
    Duration limit = input.timeout().orElse(session.options().turnTimeout());
    after(limit, () -> timeOut(limit));
    TurnStartParams params =
        new TurnStartParams(
            session.threadId(),
            input.parts(),
            input.model().orElse(null),
            input.effort().orElse(session.options().effort()),
            input.outputSchema().orElse(null));
    session
        .server()
        .startTurn(params, reply -> session.post(() -> accepted(reply)))
        .exceptionally(
            error -> {
              session.post(() -> refused(error));
              return null;
            });
  }

  private void accepted(TurnStartResult reply) {
    if (reply != null && reply.turn() != null && reply.turn().id() != null) {
      bind(reply.turn().id());
    } else {
      end(
          TurnStatus.FAILED,
          new TurnError(TurnError.Kind.OTHER, "turn/start returned no turn id"),
          true);
    }
  }

  private void refused(Throwable error) {
    if (error instanceof RpcException refusal) {
      end(TurnStatus.FAILED, new TurnError(TurnError.Kind.REFUSED, refusal.getMessage()), false);
    } else if (error instanceof ConnectionLostException) {
      end(
          TurnStatus.FAILED,
          new TurnError(TurnError.Kind.CONNECTION_LOST, error.getMessage()),
          true);
    } else {
      end(TurnStatus.FAILED, new TurnError(TurnError.Kind.TIMEOUT, error.getMessage()), true);
    }
  }

  /** From here on the turn has a name; what waited for it is looked at, in order. */
  private void bind(String id) {
    if (turnId.isEmpty() && !ended) {
      turnId = id;
      List<Runnable> waiting = new ArrayList<>(untilStarted);
      untilStarted.clear();
      waiting.forEach(Runnable::run);
      if (interrupting && !ended) {
        sendInterrupt();
      }
    }
  }

  void holdUntilStarted(Runnable event) {
    untilStarted.add(event);
    if (untilStarted.size() > SerialQueue.DEFAULT_CAPACITY) {
      failAtOnce(
          new TurnError(
              TurnError.Kind.OVERFLOW, "too many events came before Codex had named the turn"));
    }
  }

  void accept(ServerNotification notification) {
    if (turnId.isEmpty() && !notification.turnId().isEmpty()) {
      holdUntilStarted(() -> session.accept(notification));
      return;
    }
    tell(heard -> heard.onNotification(notification));
    if (notification instanceof TurnStarted) {
      startedNow();
    } else if (notification instanceof ItemStarted item) {
      openItems.put(item.item().id(), item.item());
      tell(heard -> heard.onItemStarted(item.item()));
    } else if (notification instanceof ItemCompleted item) {
      completeItem(item);
    } else if (notification instanceof AgentMessageDelta delta) {
      tell(heard -> heard.onTextDelta(delta.itemId(), delta.delta()));
    } else if (notification instanceof ReasoningDelta delta) {
      tell(heard -> heard.onReasoningDelta(delta.itemId(), delta.delta()));
    } else if (notification instanceof CommandOutputDelta delta) {
      tell(heard -> heard.onCommandOutput(delta.itemId(), delta.delta()));
    } else if (notification instanceof TokenUsageUpdated usage) {
      record.usage(usage.usage());
      tell(heard -> heard.onUsage(usage.usage()));
    } else if (notification instanceof ErrorRaised raised) {
      errorRaised(raised);
    } else if (notification instanceof TurnCompleted completed) {
      complete(completed);
    }
  }

  private void startedNow() {
    if (!started) {
      started = true;
      tell(heard -> heard.onStarted(turnId));
    }
  }

  private void completeItem(ItemCompleted completed) {
    openItems.remove(completed.item().id());
    record.completed(completed).forEach(message -> tell(heard -> heard.onMessage(message)));
    tell(heard -> heard.onItemCompleted(completed.item()));
    if (completion != null && !ended && !commandIsOpen()) {
      endAsCodexSays();
    }
  }

  private void errorRaised(ErrorRaised raised) {
    TurnError error = TurnError.of(raised.error());
    tell(heard -> heard.onError(error, raised.willRetry()));
    if (!raised.willRetry() && !ended) {
      stopReason = error;
      // Old versions end some turns with nothing but this.
      after(END_AFTER_ERROR, () -> end(TurnStatus.FAILED, error, false));
    }
  }

  private void complete(TurnCompleted completed) {
    if (ended || completion != null || completed.turnId().isEmpty()) {
      return;
    }
    completion = completed;
    endTranscript();
    session.withdrawQuestionsOf(this, "the turn ended", completed.status().equals("interrupted"));
    if (completed.status().equals("completed") && commandIsOpen()) {
      // A command's end may come after its turn's.
      after(LATE_ITEMS, this::endAsCodexSays);
    } else {
      endAsCodexSays();
    }
  }

  private void endTranscript() {
    record.ended().forEach(message -> tell(heard -> heard.onMessage(message)));
  }

  private boolean commandIsOpen() {
    return openItems.values().stream().anyMatch(ThreadItem.CommandExecution.class::isInstance);
  }

  private void endAsCodexSays() {
    switch (completion.status()) {
      case "completed" -> end(TurnStatus.COMPLETED, null, false);
      case "interrupted" ->
          end(TurnStatus.INTERRUPTED, interrupting ? stopReason : null, stopReason != null);
      default -> end(TurnStatus.FAILED, failure(), false);
    }
  }

  private TurnError failure() {
    if (completion.error() != null) {
      return TurnError.of(completion.error());
    }
    return stopReason != null
        ? stopReason
        : new TurnError(
            TurnError.Kind.OTHER,
            "Codex ended the turn with status '" + completion.status() + "' and gave no reason");
  }

  private void interruptNow() {
    if (ended || interrupting) {
      return;
    }
    interrupting = true;
    session.withdrawQuestionsOf(
        this, stopReason == null ? "the turn was interrupted" : "the turn timed out", true);
    if (!turnId.isEmpty()) {
      sendInterrupt();
    }
  }

  private void sendInterrupt() {
    session
        .server()
        .interruptTurn(new TurnInterruptParams(session.threadId(), turnId), INTERRUPT_LIMIT)
        .whenComplete((reply, error) -> log.debug("interrupt: {}", reply, error));
    after(INTERRUPT_LIMIT, () -> end(TurnStatus.INTERRUPTED, stopReason, true));
  }

  private void timeOut(Duration limit) {
    if (ended) {
      return;
    }
    stopReason =
        new TurnError(
            TurnError.Kind.TIMEOUT,
            "the turn timed out after " + limit.toMillis() + " ms; its work so far is kept");
    if (turnId.isEmpty()) {
      end(TurnStatus.INTERRUPTED, stopReason, true);
    } else {
      interruptNow();
    }
  }

  /** The session can go no further. */
  void failAtOnce(TurnError reason) {
    if (completion != null) {
      endAsCodexSays();
    } else {
      end(TurnStatus.FAILED, reason, true);
    }
  }

  /** The host closes the session. */
  void closeAtOnce() {
    if (!turnId.isEmpty() && !ended) {
      sendInterrupt();
    }
    end(
        TurnStatus.INTERRUPTED,
        new TurnError(TurnError.Kind.CLOSED, "the session was closed while the turn ran"),
        true);
  }

  private void end(TurnStatus status, TurnError error, boolean retire) {
    if (ended) {
      return;
    }
    ended = true;
    alarms.forEach(alarm -> alarm.cancel(false));
    alarms.clear();
    session.withdrawQuestionsOf(this, "the turn ended", false);
    if (completion == null) {
      endTranscript();
    }
    TurnResult end =
        record.result(
            session.threadId(),
            turnId,
            status,
            error,
            retire,
            Duration.ofNanos(System.nanoTime() - startNanos));
    tell(heard -> heard.onCompleted(end));
    session.ended(this);
    result.completeAsync(() -> end, session.workers().executor());
  }

  boolean takesQuestions() {
    return !ended && !interrupting && completion == null;
  }

  /** The item as it was when it started; {@code null} when it is not open. */
  ThreadItem openItem(String itemId) {
    return openItems.get(itemId);
  }

  /** The items that have started and not ended. */
  Collection<ThreadItem> openItems() {
    return openItems.values();
  }

  private void after(Duration delay, Runnable task) {
    alarms.add(
        session
            .workers()
            .timer()
            .schedule(() -> session.post(task), delay.toNanos(), TimeUnit.NANOSECONDS));
  }

  /** Calls the host's listener; what it throws is its own affair. */
  void tell(Consumer<TurnListener> event) {
    try {
      event.accept(listener);
    } catch (RuntimeException | Error e) {
      log.warn("the turn's listener failed; the turn goes on", e);
    }
  }
}
