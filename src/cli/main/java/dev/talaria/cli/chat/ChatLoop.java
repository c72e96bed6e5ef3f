package dev.talaria.cli.chat;

import dev.talaria.base.Guard;
import dev.talaria.cli.terminal.Screen;
import dev.talaria.host.RuntimeSwitch;
import dev.talaria.protocol.ServerNotification;
import java.io.IOException;
import java.util.Optional;

/**
 * A chat from its first key to its last: one thread that takes keys and events in turn, and paints.
 *
 * <p>A question of Codex takes the terminal in between, see {@link ChatCommand}.
 */
final class ChatLoop {

  /** How long one look for a key takes, in milliseconds: so often is painted. */
  private static final long LOOK = 40;

  private final Screen keyboard;
  private final ChatScreen screen;
  private final ChatView view;
  private final ChatQueue queue;
  private final OpenTurns turns;
  private final ChatSession session;
  private final ChatWork work;
  private final ChatCommands commands;
  private final InputHistory history;
  private final LineEditor editor;
  private boolean warned;
  private boolean interrupting;
  private boolean left;

  ChatLoop(
      Screen keyboard,
      ChatScreen screen,
      ChatView view,
      ChatQueue queue,
      OpenTurns turns,
      ChatSession session,
      InputHistory history,
      Optional<RuntimeSwitch> runtime) {
    this.keyboard = keyboard;
    this.screen = screen;
    this.view = view;
    this.queue = queue;
    this.turns = turns;
    this.session = session;
    this.history = history;
    work = new ChatWork(queue, e -> view.problem(Guard.words(e)));
    commands = new ChatCommands(turns, session, view, work, runtime, () -> left = true);
    editor = new LineEditor(keyboard, history);
  }

  /**
   * Takes lines until the person leaves.
   *
   * @param resumed whether the thread has previous turns
   */
  void run(boolean resumed) throws InterruptedException {
    session.codex().listen(this::limits);
    view.status.model(session.model());
    if (resumed) {
      commands.showPast();
    }
    try (Screen.Keys keys = keyboard.keys();
        work) {
      while (!left) {
        once(keys);
      }
    } finally {
      screen.clear();
    }
  }

  /**
   * @param keys taken, so that keys come one by one
   */
  private void once(Screen.Keys keys) throws InterruptedException {
    queue.terminal().lockInterruptibly();
    try {
      queue.drain();
      interrupting &= turns.run();
      view.paint(editor, busy());
      int key = keyboard.poll(LOOK);
      while (key != Screen.NONE && !left) {
        key(key);
        key = keyboard.poll(1);
      }
    } finally {
      queue.terminal().unlock();
    }
  }

  private String busy() {
    return turns.run() ? "working, Ctrl-C interrupts" : work.label();
  }

  private void key(int key) throws InterruptedException {
    boolean empty = editor.isEmpty();
    if (key == Screen.END || key == Screen.CTRL_D && empty) {
      left = true;
    } else if (key == Screen.CTRL_C) {
      interrupt(empty);
    } else if (key != Screen.CTRL_D) {
      warned = false;
      Optional<String> line = editor.key(key);
      if (line.isPresent() && !line.get().isBlank()) {
        line(line.get());
      }
    }
  }

  private void interrupt(boolean empty) {
    if (turns.run()) {
      if (!interrupting) {
        view.note("  interrupting");
        turns.interrupt();
      }
      interrupting = true;
    } else if (!work.label().isEmpty()) {
      work.cancel();
    } else if (!empty) {
      editor.set("");
    } else if (warned) {
      left = true;
    } else {
      warned = true;
      view.note("Ctrl-C again leaves, and so does /quit");
    }
  }

  private void line(String line) {
    remember(line);
    if (ChatCommands.isCommand(line)) {
      view.typed(line);
      commands.run(line);
    } else if (turns.run()) {
      steer(line);
    } else if (!work.label().isEmpty()) {
      view.problem("not yet: " + work.label());
      editor.set(line);
    } else {
      prompt(line);
    }
  }

  private void remember(String line) {
    try {
      history.add(line);
    } catch (IOException e) {
      view.problem("the history cannot be kept: " + e.getMessage());
    }
  }

  private void prompt(String line) {
    view.typed(line);
    try {
      session.prompt(line);
    } catch (IllegalArgumentException | IllegalStateException e) {
      view.problem(e.getMessage());
    }
  }

  private void steer(String line) {
    view.steered(line);
    turns
        .steer(line)
        .whenComplete(
            (taken, error) -> {
              if (error != null || !taken) {
                queue.post(() -> notTaken(line));
              }
            });
  }

  /** The line goes back to the person, who may want to say it to the next turn. */
  private void notTaken(String line) {
    view.note("  Codex did not take it in this turn; it is in the input again");
    if (editor.isEmpty()) {
      editor.set(line);
    }
  }

  private void limits(ServerNotification told) {
    if (told instanceof ServerNotification.Unknown other
        && other.method().equals(StatusLine.LIMITS)) {
      queue.post(() -> view.status.limits(other.params().path("rateLimits")));
    }
  }
}
