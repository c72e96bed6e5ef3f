package dev.talaria.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.appserver.SerialQueue;
import dev.talaria.protocol.CodexError;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.ServerNotification.ErrorRaised;
import dev.talaria.protocol.ServerNotification.ItemCompleted;
import dev.talaria.protocol.ServerNotification.ItemStarted;
import dev.talaria.protocol.ServerNotification.TurnCompleted;
import dev.talaria.protocol.ServerNotification.TurnStarted;
import dev.talaria.protocol.ThreadItem;
import dev.talaria.protocol.ThreadTurn;
import dev.talaria.protocol.TurnInterruptParams;
import dev.talaria.protocol.TurnStartResult;
import dev.talaria.protocol.TurnSteerParams;
import dev.talaria.rpc.ConnectionLostException;
import dev.talaria.rpc.RpcException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One turn from the call to its end.
 *
 * <p>Runs in its session's mailbox; the methods of {@link Turn} may be called by any thread. Events
 * that come before Codex has named the turn wait until it has. What Codex does not tell in time is
 * asked for: the turn ends when Codex says so, or when Codex does not answer any more.
 */
final class TurnRun implements Turn, TurnClock.Alarms, TurnInquiry.Outcome {

  private static final Logger log = LoggerFactory.getLogger(TurnRun.class);

  /** How long Codex may take to confirm an interrupt. */
  static final Duration INTERRUPT_LIMIT = Duration.ofSeconds(5);

  /** When an interrupt that Codex refused is sent again. */
  private static final Duration INTERRUPT_AGAIN = Duration.ofMillis(50);

  /** How long a command may end after its turn and still be part of the result. */
  private static final Duration LATE_ITEMS = Duration.ofMillis(200);

  /** How long after a final error the end of the turn may follow. */
  private static final Duration END_AFTER_ERROR = Duration.ofSeconds(3);

  private final ThreadSession session;
  private final TurnInput input;
  private final TurnListener listener;
  private final TurnRequest request;
  private final CompletableFuture<TurnResult> result = new CompletableFuture<>();
  private final TurnRecord record;
  private final TurnStates states;
  private final TurnClock clock;
  private final TurnProgress progress;
  private final TurnInquiry inquiry;
  private final Deque<Runnable> untilNamed = new ArrayDeque<>();
  private final Map<String, ThreadItem> openItems = new LinkedHashMap<>();
  private final long startNanos = System.nanoTime();

  private volatile String turnId = "";
  private boolean told;
  private boolean interrupting;
  private int waitingFor;
  private TurnError stopReason;
  private TurnCompleted completion;

  TurnRun(ThreadSession session, TurnInput input, TurnListener listener) {
    this.session = session;
    this.input = input;
    this.listener = listener;
    this.request = new TurnRequest(session.server(), session.threadId(), input, session.options());
    this.record = new TurnRecord(session.options().maxCommandOutput());
    this.states =
        new TurnStates((from, to, reason) -> tell(heard -> heard.onStateChanged(from, to, reason)));
    this.progress = new TurnProgress(record, this::tell);
    this.inquiry = new TurnInquiry(session.lookup(), session::post, this);
    this.clock =
        new TurnClock(
            this::inMailbox, session.options().idleTimeout(), session.options().quietTime(), this);
  }

  private Future<?> inMailbox(Duration delay, Runnable task) {
    return session
        .workers()
        .timer()
        .schedule(() -> session.post(task), delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** The turn's id; empty until Codex has named it. */
  String turnId() {
    return turnId;
  }

  // --- the host's side, any thread

  @Override
  public TurnState state() {
    return states.now();
  }

  @Override
  public CompletableFuture<TurnResult> result() {
    return result.copy();
  }

  @Override
  public void interrupt() {
    session.post(() -> interruptNow("the host interrupted it"));
  }

  @Override
  public CompletableFuture<Boolean> steer(String text) {
    return text.isBlank() ? CompletableFuture.completedFuture(false) : steer(TurnInput.of(text));
  }

  @Override
  public CompletableFuture<Boolean> steer(TurnInput more) {
    if (more.hasSettings()) {
      throw new IllegalArgumentException("a turn that runs takes more input, but no settings");
    }
    CompletableFuture<Boolean> taken = new CompletableFuture<>();
    session.post(
        () -> {
          if (states.isOver() || turnId.isEmpty()) {
            taken.complete(false);
            return;
          }
          TurnSteerParams params = new TurnSteerParams(session.threadId(), more.parts(), turnId);
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
      end(TurnStatus.INTERRUPTED, null, false, "interrupted before it began");
      return;
    }
    clock.start(input.timeout().or(session.options()::turnTimeout));
    request
        .send(reply -> session.post(() -> accepted(reply)))
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
      TurnError error = new TurnError(TurnError.Kind.OTHER, "turn/start returned no turn id");
      end(TurnStatus.FAILED, error, true, error.message());
    }
  }

  private void refused(Throwable error) {
    if (error instanceof RpcException
        || error instanceof RefusedSettingException
        || error instanceof PermissionProfileException) {
      TurnError refused = new TurnError(TurnError.Kind.REFUSED, error.getMessage());
      end(TurnStatus.FAILED, refused, false, "Codex refused it");
    } else if (error instanceof ConnectionLostException) {
      TurnError lost = new TurnError(TurnError.Kind.CONNECTION_LOST, error.getMessage());
      end(TurnStatus.FAILED, lost, true, "the connection was lost");
    } else if (!states.isOver()) {
      TurnError late = new TurnError(TurnError.Kind.TIMEOUT, error.getMessage());
      findUnnamed(() -> end(TurnStatus.FAILED, late, true, "Codex did not take it in time"));
    }
  }

  /** Whether it was taken all the same: nobody may send the same prompt twice. */
  private void findUnnamed(Runnable notTaken) {
    inquiry.latest(
        turns -> {
          String id = ours(turns);
          if (!turnId.isEmpty() || states.isOver()) {
            return;
          } else if (id.isEmpty()) {
            notTaken.run();
          } else {
            bind(id);
            look(() -> {});
          }
        });
  }

  private String ours(List<ThreadTurn> turns) {
    return turns.stream()
        .limit(1)
        .filter(turn -> TurnLookup.beganWith(turn, input.parts()))
        .map(ThreadTurn::id)
        .filter(session::isNew)
        .findFirst()
        .orElse("");
  }

  /** From here on the turn has a name; what waited for it is looked at, in order. */
  private void bind(String id) {
    if (turnId.isEmpty() && !states.isOver()) {
      turnId = id;
      states.to(TurnState.RUNNING, "Codex took it");
      List<Runnable> waiting = new ArrayList<>(untilNamed);
      untilNamed.clear();
      waiting.forEach(Runnable::run);
      if (interrupting && !states.isOver()) {
        sendInterrupt();
      }
    }
  }

  void holdUntilStarted(Runnable event) {
    untilNamed.add(event);
    if (untilNamed.size() > SerialQueue.DEFAULT_CAPACITY) {
      failAtOnce(
          new TurnError(
              TurnError.Kind.OVERFLOW, "too many events came before Codex had named the turn"));
    }
  }

  void accept(ServerNotification notification) {
    if (notification instanceof TurnStarted && request.namesNoTurn()) {
      bind(notification.turnId());
    }
    if (turnId.isEmpty() && !notification.turnId().isEmpty()) {
      holdUntilStarted(() -> session.accept(notification));
      return;
    }
    if (!notification.turnId().isEmpty()) {
      clock.heard();
      inquiry.heard();
    }
    tell(heard -> heard.onNotification(notification));
    if (notification instanceof TurnStarted) {
      startedNow();
    } else if (notification instanceof ItemStarted item) {
      openItems.put(item.item().id(), item.item());
      tell(heard -> heard.onItemStarted(item.item()));
    } else if (notification instanceof ItemCompleted item) {
      completeItem(item);
    } else if (notification instanceof ErrorRaised raised) {
      errorRaised(raised);
    } else if (notification instanceof TurnCompleted completed) {
      complete(completed, "Codex ended it");
    } else {
      progress.take(notification);
    }
  }

  private void startedNow() {
    if (!told) {
      told = true;
      tell(heard -> heard.onStarted(turnId));
      if (interrupting && !states.isOver()) {
        // 0.125.0 never answers an interrupt that comes before this.
        askToStop();
      }
    }
  }

  private void completeItem(ItemCompleted completed) {
    openItems.remove(completed.item().id());
    record.completed(completed).forEach(message -> tell(heard -> heard.onMessage(message)));
    tell(heard -> heard.onItemCompleted(completed.item()));
    if (completion != null && !states.isOver() && !commandIsOpen()) {
      endAsCodexSays("its last command ended");
    } else if (completed.item() instanceof ThreadItem.AgentMessage message
        && AbortMarker.isIn(message.text())) {
      interruptNow("Codex reported turn_aborted");
    }
  }

  private void errorRaised(ErrorRaised raised) {
    TurnError error = errorOf(raised.error());
    tell(heard -> heard.onError(error, raised.willRetry()));
    if (!raised.willRetry() && !states.isOver()) {
      stopReason = error;
      // Old versions end some turns with nothing but this.
      clock.after(END_AFTER_ERROR, () -> endAfterError(error));
    }
  }

  private void endAfterError(TurnError error) {
    look(() -> end(TurnStatus.FAILED, error, Retirement.after(error), "Codex gave it up"));
  }

  private TurnError errorOf(CodexError error) {
    return LoginAdvice.on(TurnError.of(error, session.server().limitsResetAt()));
  }

  private void complete(TurnCompleted completed, String reason) {
    if (states.isOver() || completion != null || completed.turnId().isEmpty()) {
      return;
    }
    completion = completed;
    endTranscript();
    session.withdrawQuestionsOf(this, "the turn ended", completed.status().equals("interrupted"));
    if (completed.status().equals("completed") && commandIsOpen()) {
      // A command's end may come after its turn's.
      states.to(TurnState.ENDING, "its last command is awaited");
      clock.after(LATE_ITEMS, () -> endAsCodexSays(reason));
    } else {
      endAsCodexSays(reason);
    }
  }

  private void endTranscript() {
    record.ended().forEach(message -> tell(heard -> heard.onMessage(message)));
  }

  private boolean commandIsOpen() {
    return openItems.values().stream().anyMatch(TurnRun::isCommand);
  }

  /** A tool may be silent for long; a message that Codex began and never ended says nothing. */
  private static boolean isWork(ThreadItem item) {
    return !(item instanceof ThreadItem.AgentMessage
        || item instanceof ThreadItem.Reasoning
        || item instanceof ThreadItem.UserMessage);
  }

  static boolean isCommand(ThreadItem item) {
    return item instanceof ThreadItem.CommandExecution;
  }

  private void endAsCodexSays(String reason) {
    switch (completion.status()) {
      case "completed" -> end(TurnStatus.COMPLETED, null, false, reason);
      case "interrupted" -> {
        TurnError why = interrupting ? stopReason : null;
        end(TurnStatus.INTERRUPTED, why, why != null && Retirement.after(why), reason);
      }
      default -> {
        TurnError failure = failure();
        end(TurnStatus.FAILED, failure, Retirement.after(failure), reason);
      }
    }
  }

  private TurnError failure() {
    if (completion.error() != null) {
      return errorOf(completion.error());
    }
    return stopReason != null
        ? stopReason
        : new TurnError(
            TurnError.Kind.OTHER,
            "Codex ended the turn with status '" + completion.status() + "' and gave no reason");
  }

  // --- limits

  @Override
  public void quiet() {
    boolean works = openItems.values().stream().anyMatch(TurnRun::isWork);
    if (!works && !turnId.isEmpty()) {
      look(clock::stillRuns);
    } else {
      clock.stillRuns();
    }
  }

  @Override
  public void timeIsOver(Duration limit) {
    strike("the turn timed out after " + limit.toMillis() + " ms; its work so far is kept");
  }

  @Override
  public void tooSilent(Duration limit) {
    strike(
        "nothing was heard of the turn for " + limit.toMillis() + " ms; its work so far is kept");
  }

  /** A limit is reached: unless Codex has ended the turn unheard, it is interrupted. */
  private void strike(String message) {
    TurnError reason = new TurnError(TurnError.Kind.TIMEOUT, message);
    if (turnId.isEmpty()) {
      end(TurnStatus.INTERRUPTED, reason, true, message);
      return;
    }
    look(
        () -> {
          if (!interrupting) {
            stopReason = reason;
            interruptNow(message);
          }
        });
  }

  /** Asks Codex how the turn stands; if it has ended, so it does here. */
  private void look(Runnable stillRunning) {
    inquiry.ask(
        turnId,
        () -> {
          if (!states.isOver()) {
            stillRunning.run();
          }
        });
  }

  @Override
  public void hung(int unanswered) {
    failAtOnce(
        new TurnError(
            TurnError.Kind.CONNECTION_LOST,
            "Codex does not answer any more: asked " + unanswered + " times"));
  }

  /** Codex has ended the turn and we never heard of it: takes over what was missed. */
  @Override
  public void hadEnded(ThreadTurn truth) {
    if (states.isOver()) {
      return;
    }
    log.info("turn {} had ended unheard as {}", turnId, truth.status());
    for (ThreadItem item : truth.items()) {
      if (record.misses(item)) {
        completeItem(ItemCompleted.of(session.threadId(), turnId, item));
      }
    }
    complete(
        new TurnCompleted(session.threadId(), turnId, truth.status(), truth.error()),
        "Codex had ended it; its word of that was lost");
  }

  // --- the end

  private void interruptNow(String reason) {
    if (states.isOver() || interrupting) {
      return;
    }
    interrupting = true;
    session.withdrawQuestionsOf(this, reason, true);
    if (!turnId.isEmpty()) {
      sendInterrupt();
    }
    states.to(TurnState.ENDING, reason);
  }

  private void sendInterrupt() {
    askToStop();
    clock.after(
        INTERRUPT_LIMIT,
        () -> end(TurnStatus.INTERRUPTED, stopReason, true, "Codex did not confirm the interrupt"));
  }

  /** Codex refuses to interrupt a turn that it has named but not begun: then it is asked again. */
  private void askToStop() {
    session
        .server()
        .interruptTurn(new TurnInterruptParams(session.threadId(), turnId), INTERRUPT_LIMIT)
        .whenComplete(
            (reply, error) -> {
              log.debug("interrupt: {}", reply, error);
              if (error instanceof RpcException) {
                session.post(() -> clock.after(INTERRUPT_AGAIN, this::askToStop));
              }
            });
  }

  /** The session can go no further. */
  void failAtOnce(TurnError reason) {
    if (completion != null) {
      endAsCodexSays("Codex ended it");
    } else {
      end(TurnStatus.FAILED, reason, true, reason.message());
    }
  }

  /** The host closes the session. */
  void closeAtOnce() {
    if (!turnId.isEmpty() && !states.isOver()) {
      sendInterrupt();
    }
    TurnError closed =
        new TurnError(TurnError.Kind.CLOSED, "the session was closed while the turn ran");
    end(TurnStatus.INTERRUPTED, closed, true, "the session was closed");
  }

  private void end(TurnStatus status, TurnError error, boolean retire, String reason) {
    if (states.isOver()) {
      return;
    }
    clock.stop();
    session.withdrawQuestionsOf(this, "the turn ended", false);
    if (completion == null) {
      endTranscript();
    }
    openItems.values().forEach(item -> tell(heard -> heard.onItemLeftOpen(item)));
    TurnResult end =
        record.result(
            session.threadId(),
            turnId,
            status,
            error,
            retire,
            Duration.ofNanos(System.nanoTime() - startNanos));
    states.to(TurnState.of(status), reason);
    tell(heard -> heard.onCompleted(end));
    session.ended(this);
    result.completeAsync(() -> end, session.workers().executor());
  }

  // --- what others ask and tell

  boolean takesQuestions() {
    return !states.isOver() && !interrupting && completion == null;
  }

  /** The host is asked something: its silence is not Codex'. */
  void hostAsked() {
    waitingFor++;
    if (states.to(TurnState.WAITING_ON_HOST, "the host is asked")) {
      clock.hostDecides(true);
    }
  }

  /** One thing less that the host is asked. */
  void hostDone() {
    waitingFor--;
    if (waitingFor == 0 && states.to(TurnState.RUNNING, "the host has answered")) {
      clock.hostDecides(false);
    }
  }

  /** The item as it was when it started; {@code null} when it is not open. */
  ThreadItem openItem(String itemId) {
    return openItems.get(itemId);
  }

  /** The items that have started and not ended. */
  Collection<ThreadItem> openItems() {
    return openItems.values();
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
