package dev.talaria.cli.chat;

import dev.talaria.cli.terminal.Console;
import dev.talaria.protocol.Goal;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.listener.SessionListener;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnOrigin;
import dev.talaria.session.result.TurnResult;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The turns that run on one thread, no matter who started them: each is shown from its start to its
 * end. Under the console's lock, but for what {@link SessionListener} has.
 */
final class OpenTurns implements SessionListener {

  private final Console console;
  private final ChatView view;

  /** Those that were not seen to end. More than one: the person's waits for another's end. */
  private final Deque<Turn> open = new ArrayDeque<>();

  private Goal.Status goal;
  private long since;

  /** Whether the thread is the one that is looked at. */
  private boolean shown;

  OpenTurns(Console console, ChatView view) {
    this.console = console;
    this.view = view;
  }

  /** Starts a turn for the person. */
  void start(Function<TurnListener, Turn> start) {
    add(start.apply(events()));
  }

  private void add(Turn turn) {
    open.add(turn);
    since = since == 0 ? System.nanoTime() : since;
    turn.result().thenAccept(result -> console.post(() -> ended(result)));
  }

  private void ended(TurnResult result) {
    if (shown) {
      view.ended(result);
    } else {
      String word = result.status().name().toLowerCase(Locale.ROOT);
      view.note("  thread " + result.threadId() + ": a turn is " + word + "; /resume goes there");
    }
  }

  private ChatEvents events() {
    return new ChatEvents(console, view, () -> shown, "");
  }

  /** Whether the thread is the one that is looked at. */
  void show(boolean now) {
    shown = now;
  }

  /** For how long a turn has been running. */
  Duration running() {
    return Duration.ofNanos(since == 0 ? 0 : System.nanoTime() - since);
  }

  boolean run() {
    open.removeIf(turn -> turn.result().isDone());
    since = open.isEmpty() ? 0 : since;
    return !open.isEmpty();
  }

  /** Only while one runs. */
  CompletableFuture<Boolean> steer(TurnInput input) {
    return open.getLast().steer(input);
  }

  void interrupt() {
    open.forEach(Turn::interrupt);
  }

  @Override
  public TurnListener onTurn(Turn turn) {
    console.post(
        () -> {
          if (shown) {
            view.note("\n  turn started by " + who(turn.origin()));
          }
          add(turn);
        });
    return events();
  }

  private static String who(TurnOrigin origin) {
    return switch (origin) {
      case GOAL -> "the goal";
      case QUEUE -> "the thread's queue";
      case REVIEW -> "another client, as a review";
      case SHELL -> "another client, as a command of its user";
      case COMPACTION -> "Codex, to shorten what the thread remembers";
      case OTHER_CLIENT -> "another client";
      case HOST, AGENT, UNKNOWN -> "a client that Codex does not name";
    };
  }

  @Override
  public void onEvent(ServerNotification event) {
    if (event instanceof ServerNotification.GoalUpdated updated) {
      console.post(() -> goal(updated.goal().status()));
    } else if (event instanceof ServerNotification.GoalCleared) {
      console.post(() -> goal(null));
    }
  }

  /** Codex tells a goal again with each count of its tokens. */
  private void goal(Goal.Status now) {
    if (now != goal && shown) {
      view.note("  the goal is " + (now == null ? "cleared" : word(now)));
    }
    goal = now;
  }

  static String word(Goal.Status status) {
    return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
