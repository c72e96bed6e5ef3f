package dev.talaria.cli.chat;

import dev.talaria.base.DaemonThreads;
import dev.talaria.base.Guard;
import dev.talaria.base.VisibleText;
import dev.talaria.cli.terminal.Console;
import dev.talaria.cli.terminal.RowView;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.session.TurnInput;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.IntSupplier;

/** A chat from its first line to its last: what a person types, and what stands above it. */
final class ChatLoop implements Console.Mode {

  private static final int LONGEST_REMEMBERED = 20_000;

  private final Console console;
  private final ChatView view;
  private final ChatSession session;
  private final Path folder;
  private final IntSupplier approvals;
  private final ChatWork work;
  private final ChatCommands commands;

  /** What was typed while something was waited for. */
  private final Queue<String> early = new ArrayDeque<>();

  /** While all of something is looked at. */
  private RowView rows;

  private Throwable failure;
  private boolean warned;
  private boolean interrupting;

  /**
   * @param folder that files are named from
   * @param approvals how many are open
   */
  ChatLoop(
      Console console,
      ChatView view,
      ChatSession session,
      Path folder,
      IntSupplier approvals,
      ChatCommands.Host host) {
    this.console = console;
    this.view = view;
    this.session = session;
    this.folder = folder;
    this.approvals = approvals;
    work = new ChatWork(console, e -> view.problem(Guard.words(e)), this::next);
    commands =
        new ChatCommands(
            console, session, view, work, folder, host, this::show, picker -> rows = picker);
    console.setCompleter(new ChatCompleter(commands, folder));
    console.bind("show-latest", () -> show(view.folds.whole(0)), "\u000f");
  }

  /**
   * Takes lines until the person leaves.
   *
   * @param resume the thread to continue; {@code null} for a new one
   * @param begun says what was begun
   * @return why it could not begin; empty if it did
   */
  Optional<Throwable> run(String resume, Runnable begun) {
    work.start(
        "starting Codex",
        () -> {
          session.connect();
          session.codex().listen(this::limits);
          return session.open(resume);
        },
        opened -> {
          session.use(opened);
          view.status.model(session.model());
          begun.run();
          DaemonThreads.named("talaria-chat-lists").newThread(commands::learn).start();
          if (resume != null) {
            commands.showPast();
          }
        },
        e -> {
          failure = e;
          console.leave();
        });
    try (work) {
      console.run(this);
    }
    return Optional.ofNullable(failure);
  }

  private boolean isRunning() {
    return session.isOpen() && session.turns().run();
  }

  @Override
  public String prompt() {
    if (rows != null) {
      return rows.prompt();
    }
    boolean running = isRunning();
    interrupting &= running;
    String busy = running ? "working, Ctrl-C interrupts" : work.label();
    String time = running ? session.turns().running().toSeconds() + " s" : "";
    int open = approvals.getAsInt();
    return view.rows(
        busy,
        time,
        open > 0 ? open + (open == 1 ? " approval" : " approvals") : "",
        early.isEmpty() ? "" : early.size() + " typed ahead");
  }

  private boolean show(Optional<List<String>> whole) {
    if (whole.isEmpty()) {
      view.note("no folded output has this number");
    } else if (console.isDumb()) {
      whole.get().forEach(console::above);
    } else {
      rows = new RowView(console, whole.get());
    }
    return true;
  }

  @Override
  public boolean isBusy() {
    return !session.isOpen() || isRunning() || !work.label().isEmpty();
  }

  @Override
  public boolean takesKeys() {
    return rows != null;
  }

  @Override
  public void key(String key) {
    RowView looked = rows;
    rows = null;
    rows = looked.key(key) ? looked : rows;
  }

  @Override
  public void end(String why) {
    if (rows != null) {
      rows = null;
    } else {
      console.leave();
    }
  }

  @Override
  public void interrupt() {
    if (rows != null) {
      rows = null;
    } else if (isRunning()) {
      if (interrupting) {
        console.leave();
        return;
      }
      interrupting = true;
      view.note("  interrupting; Ctrl-C again leaves");
      session.turns().interrupt();
    } else if (!console.input().isEmpty()) {
      console.input("");
    } else if (!work.label().isEmpty() && session.isOpen()) {
      work.cancel();
    } else if (warned) {
      console.leave();
    } else {
      warned = true;
      view.note("Ctrl-C again leaves, and so does /quit");
    }
  }

  @Override
  public void line(String text) {
    warned = false;
    if (text.isBlank()) {
      return;
    }
    remember(text);
    if (!session.isOpen() && !text.strip().equals("/quit")) {
      early.add(text);
      view.note(VisibleText.onOneLine(console.lastShown(), 100) + "  (as soon as Codex runs)");
    } else {
      take(text, console.lastShown());
    }
  }

  /** Something was waited for, and is there. */
  private void next() {
    if (session.isOpen() && !early.isEmpty()) {
      String text = early.poll();
      take(text, text.length() > LONGEST_REMEMBERED ? text.length() + " characters" : text);
      if (work.label().isEmpty()) {
        next();
      }
    }
  }

  private void take(String text, String shown) {
    if (ChatCommands.isCommand(text)) {
      view.typed(shown);
      commands.run(text);
    } else if (isRunning()) {
      steer(text, shown);
    } else if (!work.label().isEmpty()) {
      early.add(text);
    } else {
      view.typed(shown);
      try {
        session.prompt(Mentions.input(text, folder));
      } catch (IllegalArgumentException | IllegalStateException e) {
        view.problem(String.valueOf(e.getMessage()));
      }
    }
  }

  private void remember(String text) {
    if (text.length() <= LONGEST_REMEMBERED) {
      ChatHistory.add(console, text);
    }
  }

  private void steer(String text, String shown) {
    view.steered(shown);
    TurnInput input = Mentions.input(text, folder);
    session
        .turns()
        .steer(input)
        .whenComplete(
            (taken, error) -> {
              if (error != null || !taken) {
                console.post(() -> notTaken(text));
              }
            });
  }

  /** The line goes back to the person, who may want to say it to the next turn. */
  private void notTaken(String text) {
    view.note("  Codex did not accept it in this turn; it is back in the input");
    if (console.input().isEmpty()) {
      console.input(text);
    }
  }

  private void limits(ServerNotification told) {
    if (told instanceof ServerNotification.Unknown other
        && other.method().equals(StatusLine.LIMITS)) {
      console.post(() -> view.status.limits(other.params().path("rateLimits")));
    }
  }
}
