package dev.talaria.session;

import dev.talaria.appserver.SerialQueue;
import dev.talaria.base.Guard;
import dev.talaria.base.VisibleText;
import dev.talaria.protocol.ThreadTurn;
import dev.talaria.protocol.wire.TurnStartResult;
import dev.talaria.rpc.ConnectionLostException;
import dev.talaria.rpc.RequestTimeoutException;
import dev.talaria.rpc.RpcException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The start of one turn: sends the request, learns the turn's id, and holds back what comes before
 * it.
 *
 * <p>Mailbox only, but {@link #turnId} may be called by any thread.
 */
final class TurnStart {

  /** What becomes of the start, told in the mailbox. */
  interface Outcome {
    /**
     * Codex has named the turn.
     *
     * @param early what was held back, in order
     */
    void named(List<Runnable> early);

    /** Only Codex's history named the turn: what it said of it until then may be lost. */
    void found();

    /** There is no turn to wait for. */
    void notTaken(TurnEnd end);
  }

  private final TurnRequest request;
  private final TurnLookup lookup;
  private final Predicate<ThreadTurn> ours;
  private final TurnStates states;
  private final Consumer<Runnable> mailbox;
  private final Outcome outcome;
  private final List<Runnable> early = new ArrayList<>();
  private volatile String turnId = "";

  /**
   * @param ours whether a turn of Codex's history is the one that was asked for
   */
  TurnStart(
      TurnRequest request,
      TurnLookup lookup,
      Predicate<ThreadTurn> ours,
      TurnStates states,
      Consumer<Runnable> mailbox,
      Outcome outcome) {
    this.request = request;
    this.lookup = lookup;
    this.ours = ours;
    this.states = states;
    this.mailbox = mailbox;
    this.outcome = outcome;
  }

  /** The turn's id; empty until Codex has named it. */
  String turnId() {
    return turnId;
  }

  boolean isNamed() {
    return !turnId.isEmpty();
  }

  /** Asks Codex to begin the turn. */
  void send() {
    request
        .send(reply -> mailbox.accept(() -> accepted(reply)))
        .exceptionally(
            error -> {
              mailbox.accept(() -> refused(error));
              return null;
            });
  }

  /** Keeps an event until the turn has its id. */
  void hold(Runnable event) {
    early.add(event);
    if (early.size() > SerialQueue.DEFAULT_CAPACITY) {
      outcome.notTaken(
          TurnEnd.lost(
              new TurnError(
                  TurnError.Kind.OVERFLOW,
                  "too many events came before Codex had named the turn")));
    }
  }

  /** A turn has begun: it is this one, if no reply says which. */
  void begun(String id) {
    if (request.namesNoTurn() && !id.isEmpty()) {
      bind(id);
    }
  }

  private void accepted(TurnStartResult reply) {
    reply
        .turnId()
        .ifPresentOrElse(
            this::bind,
            () ->
                notUnderstood(
                    "Codex answered turn/start without a text as turn.id: " + reply.raw()));
  }

  /** Whether it runs is not known, and nothing that is told of it could be recognised. */
  private void notUnderstood(String what) {
    TurnError error = new TurnError(TurnError.Kind.OTHER, VisibleText.onOneLine(what, 300));
    outcome.notTaken(TurnEnd.lost(error));
  }

  private void bind(String id) {
    if (!isNamed() && !states.isOver()) {
      turnId = id;
      states.to(TurnState.RUNNING, "Codex took it");
      List<Runnable> waiting = List.copyOf(early);
      early.clear();
      outcome.named(waiting);
    }
  }

  private void refused(Throwable error) {
    if (error instanceof RpcException
        || error instanceof RefusedSettingException
        || error instanceof PermissionProfileException
        || error instanceof IllegalArgumentException) {
      TurnError refused = new TurnError(TurnError.Kind.REFUSED, error.getMessage());
      outcome.notTaken(new TurnEnd(TurnStatus.FAILED, refused, false, "Codex refused it"));
    } else if (error instanceof ConnectionLostException) {
      TurnError lost = new TurnError(TurnError.Kind.CONNECTION_LOST, error.getMessage());
      outcome.notTaken(new TurnEnd(TurnStatus.FAILED, lost, true, "the connection was lost"));
    } else if (!(error instanceof RequestTimeoutException)) {
      notUnderstood("turn/start failed: " + Guard.words(error));
    } else if (!states.isOver()) {
      TurnError late = new TurnError(TurnError.Kind.TIMEOUT, error.getMessage());
      TurnEnd notTaken =
          new TurnEnd(TurnStatus.FAILED, late, true, "Codex did not take it in time");
      lookup
          .latest()
          .whenComplete(
              (turns, unknown) ->
                  mailbox.accept(() -> find(unknown == null ? turns : List.of(), notTaken)));
    }
  }

  /** Whether it was taken all the same: nobody may send the same prompt twice. */
  private void find(List<ThreadTurn> latest, TurnEnd notTaken) {
    if (isNamed() || states.isOver()) {
      return;
    }
    latest.stream()
        .limit(1)
        .filter(ours)
        .map(ThreadTurn::id)
        .filter(id -> !id.isEmpty())
        .findFirst()
        .ifPresentOrElse(
            id -> {
              bind(id);
              outcome.found();
            },
            () -> outcome.notTaken(notTaken));
  }
}
