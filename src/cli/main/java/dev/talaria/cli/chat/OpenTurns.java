package dev.talaria.cli.chat;

import dev.talaria.protocol.Goal;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.session.Turn;
import dev.talaria.session.listener.SessionListener;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnOrigin;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The turns that run on the chat's thread, whoever started them: each is shown from its start to
 * its end. For the chat's thread, but for what {@link SessionListener} has.
 */
final class OpenTurns implements SessionListener {

  private final ChatQueue queue;
  private final ChatView view;

  /** Those that were not seen to end. More than one: the person's waits for another's end. */
  private final Deque<Turn> open = new ArrayDeque<>();

  private Goal.Status goal;

  OpenTurns(ChatQueue queue, ChatView view) {
    this.queue = queue;
    this.view = view;
  }

  /** Starts a turn for the person. */
  void start(Function<TurnListener, Turn> start) {
    add(start.apply(new ChatEvents(queue, view)));
  }

  private void add(Turn turn) {
    open.add(turn);
    turn.result().thenAccept(result -> queue.post(() -> view.ended(result)));
  }

  boolean run() {
    open.removeIf(turn -> turn.result().isDone());
    return !open.isEmpty();
  }

  /** Only while one runs. */
  CompletableFuture<Boolean> steer(String text) {
    return open.getLast().steer(text);
  }

  void interrupt() {
    open.forEach(Turn::interrupt);
  }

  /** Another thread: it may have a goal of its own. */
  void forgetThread() {
    goal = null;
  }

  @Override
  public TurnListener onTurn(Turn turn) {
    queue.post(
        () -> {
          view.note("\n  turn started by " + who(turn.origin()));
          add(turn);
        });
    return new ChatEvents(queue, view);
  }

  private static String who(TurnOrigin origin) {
    return switch (origin) {
      case GOAL -> "the goal";
      case QUEUE -> "the thread's queue";
      case REVIEW -> "another client, as a review";
      case SHELL -> "another client, as a command of its user's";
      case COMPACTION -> "Codex, to shorten what the thread remembers";
      case OTHER_CLIENT -> "another client";
      case HOST, AGENT, UNKNOWN -> "somebody whom Codex does not name";
    };
  }

  @Override
  public void onEvent(ServerNotification event) {
    if (event instanceof ServerNotification.GoalUpdated updated) {
      queue.post(() -> goal(updated.goal().status()));
    } else if (event instanceof ServerNotification.GoalCleared) {
      queue.post(() -> goal(null));
    }
  }

  /** Codex tells a goal again with each count of its tokens. */
  private void goal(Goal.Status now) {
    if (now != goal) {
      view.note("  the goal is " + (now == null ? "cleared" : word(now)));
    }
    goal = now;
  }

  static String word(Goal.Status status) {
    return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
