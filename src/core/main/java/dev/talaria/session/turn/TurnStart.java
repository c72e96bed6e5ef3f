package dev.talaria.session.turn;

import dev.talaria.base.Guard;
import dev.talaria.base.VisibleText;
import dev.talaria.protocol.Item;
import dev.talaria.protocol.ThreadTurn;
import dev.talaria.protocol.wire.TurnStartResult;
import dev.talaria.rpc.ConnectionLostException;
import dev.talaria.rpc.RequestTimeoutException;
import dev.talaria.rpc.RpcException;
import dev.talaria.session.PermissionProfileException;
import dev.talaria.session.RefusedSettingException;
import dev.talaria.session.TurnInput;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The start of a turn that the host asked for: sends the request and learns the turn's id. */
final class TurnStart {

  /** How long a request may still be on its way on a connection that is lost. */
  private static final Duration SECOND_LOOK = Duration.ofSeconds(1);

  private final ActiveTurn turn;
  private final ThreadTurns thread;
  private final TurnRequest request;
  private boolean sent;

  /** Whether the connection was lost before the answer, and comes back. */
  private boolean unanswered;

  private boolean looksAgain;

  TurnStart(ActiveTurn turn, ThreadTurns thread, TurnRequest request) {
    this.turn = turn;
    this.thread = thread;
    this.request = request;
  }

  /** Asks Codex to begin the turn. */
  void send() {
    sent = true;
    request
        .send()
        .apply(reply -> thread.post(() -> accepted(reply)))
        .exceptionally(
            error -> {
              thread.post(() -> refused(error));
              return null;
            });
  }

  boolean isSent() {
    return sent;
  }

  TurnInput input() {
    return request.input();
  }

  /** Whether the reply names the turn; else it is the next one that begins. */
  boolean namedByReply() {
    return request.namedByReply();
  }

  Optional<Duration> timeout() {
    return request.input().timeout();
  }

  private void accepted(TurnStartResult reply) {
    reply
        .turnId()
        .ifPresentOrElse(
            this::named,
            () ->
                notUnderstood(
                    "Codex answered turn/start without a text as turn.id: " + reply.raw()));
  }

  /** Codex gives the input to a turn that runs already, and then names that one. */
  private void named(String id) {
    ActiveTurn running = thread.of(id);
    if (running == null || running == turn || running.state().isOver()) {
      turn.named(id);
    } else {
      turn.isPartOf(running);
    }
  }

  /** Whether a turn that has this as its first item was begun by somebody else. */
  boolean isNotBegunWith(Item first) {
    List<String> texts = TurnLookup.texts(request.input().parts());
    return first instanceof Item.UserMessage message
        && namedByReply()
        && thread.server().comesBack()
        && !texts.isEmpty()
        && !message.texts().containsAll(texts);
  }

  /** Whether it runs is not known, and nothing that is reported about it could be recognised. */
  private void notUnderstood(String what) {
    TurnError error = new TurnError(TurnError.Kind.OTHER, VisibleText.onOneLine(what, 300));
    turn.end(TurnEnd.lost(error));
  }

  private void refused(Throwable error) {
    if (error instanceof RpcException
        || error instanceof RefusedSettingException
        || error instanceof PermissionProfileException
        || error instanceof IllegalArgumentException) {
      TurnError refused = new TurnError(TurnError.Kind.REFUSED, error.getMessage());
      turn.end(new TurnEnd(TurnStatus.FAILED, refused, false, "Codex refused it"));
    } else if (error instanceof ConnectionLostException && mayHaveBeenTaken()) {
      unanswered = true;
    } else if (error instanceof ConnectionLostException) {
      TurnError lost = new TurnError(TurnError.Kind.CONNECTION_LOST, error.getMessage());
      turn.end(new TurnEnd(TurnStatus.FAILED, lost, true, "the connection was lost"));
    } else if (!(error instanceof RequestTimeoutException)) {
      notUnderstood("turn/start failed: " + Guard.words(error));
    } else if (!turn.state().isOver()) {
      TurnError late = new TurnError(TurnError.Kind.TIMEOUT, error.getMessage());
      TurnEnd notTaken =
          new TurnEnd(TurnStatus.FAILED, late, true, "Codex did not take it in time");
      thread
          .latest()
          .whenComplete(
              (turns, unknown) ->
                  thread.post(() -> find(unknown == null ? turns : List.of(), notTaken)));
    }
  }

  private boolean mayHaveBeenTaken() {
    return thread.server().comesBack() && !thread.server().isLost();
  }

  /**
   * The connection is back. A prompt that Codex does not have is sent again, after a second look:
   * what was on its way may just arrive.
   *
   * @param latest the thread's turns, the newest first
   */
  void reconnected(List<ThreadTurn> latest) {
    if (!isUnanswered()) {
      return;
    }
    Optional<ThreadTurn> taken =
        latest.stream()
            .filter(found -> TurnLookup.beganWith(found, request.input()))
            .filter(found -> !thread.isKnown(found.id()))
            .findFirst();
    if (taken.isPresent()) {
      unanswered = false;
      turn.named(taken.get().id());
    } else if (request.input().parts().isEmpty()) {
      TurnError lost =
          new TurnError(
              TurnError.Kind.CONNECTION_LOST,
              "the connection was lost before Codex answered; whether it began is not known");
      turn.end(TurnEnd.failed(lost));
    } else if (!looksAgain) {
      looksAgain = true;
      thread.later(SECOND_LOOK, this::lookAgain);
    }
  }

  private void lookAgain() {
    TurnLookup.many(thread.server(), thread.workers(), thread.threadId())
        .whenComplete((turns, error) -> thread.post(() -> lookedAgain(turns, error)));
  }

  private void lookedAgain(List<ThreadTurn> latest, Throwable error) {
    looksAgain = false;
    if (error != null && !(Guard.cause(error) instanceof RpcException)) {
      // The connection is lost once more, and comes back once more.
      return;
    }
    List<ThreadTurn> turns = error == null ? latest : List.of();
    thread.caughtUp(turns);
    boolean mayBeThisOne =
        turns.stream().anyMatch(other -> !thread.isKnown(other.id()) && !hasPrompt(other));
    if (!isUnanswered()) {
      return;
    }
    if (mayBeThisOne) {
      looksAgain = true;
      thread.later(SECOND_LOOK, this::lookAgain);
    } else {
      unanswered = false;
      send();
    }
  }

  private static boolean hasPrompt(ThreadTurn turn) {
    return turn.items().stream().anyMatch(Item.UserMessage.class::isInstance);
  }

  /** Whether it is not known yet if Codex has taken it. */
  boolean isUnanswered() {
    return unanswered && !turn.isNamed() && !turn.state().isOver();
  }

  /** Whether it was taken all the same: the same prompt must not be sent twice. */
  private void find(List<ThreadTurn> latest, TurnEnd notTaken) {
    if (turn.isNamed() || turn.state().isOver()) {
      return;
    }
    latest.stream()
        .limit(1)
        .filter(found -> TurnLookup.beganWith(found, request.input()))
        .filter(found -> thread.ended().get(found.id()) == null)
        .map(ThreadTurn::id)
        .filter(id -> !id.isEmpty())
        .findFirst()
        .ifPresentOrElse(turn::foundAs, () -> turn.end(notTaken));
  }
}
