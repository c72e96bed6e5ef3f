package dev.talaria.cli.chat;

import dev.talaria.base.TalariaException;
import dev.talaria.base.VisibleText;
import dev.talaria.host.RuntimeChange;
import dev.talaria.host.RuntimeSwitch;
import dev.talaria.protocol.StoredThread;
import dev.talaria.protocol.v2.ReviewTarget;
import dev.talaria.session.CodexSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** What begins with a slash. For the chat's thread. */
final class ChatCommands {

  /**
   * One command.
   *
   * @param usage its name and its arguments
   * @param idle whether no turn may run
   */
  private record Entry(String usage, String help, boolean idle, Consumer<String> action) {}

  private static final int LONGEST_PREVIEW = 50;

  private final Map<String, Entry> table = new LinkedHashMap<>();
  private final OpenTurns turns;
  private final ChatSession session;
  private final ChatView view;
  private final ChatWork work;
  private final Optional<RuntimeSwitch> runtime;
  private List<StoredThread> listed = List.of();

  /**
   * @param quit leaves the chat
   */
  ChatCommands(
      OpenTurns turns,
      ChatSession session,
      ChatView view,
      ChatWork work,
      Optional<RuntimeSwitch> runtime,
      Runnable quit) {
    this.turns = turns;
    this.session = session;
    this.view = view;
    this.work = work;
    this.runtime = runtime;
    add("/new", "begins a new thread", true, words -> open(null));
    add("/resume [id]", "lists the latest threads, or goes on with one", true, this::resume);
    add(
        "/compact",
        "has Codex shorten what the thread remembers",
        true,
        words -> session.compact());
    add("/review [..]", "reviews changes: base BRANCH, commit SHA, or text", true, this::review);
    add("/goal [text]", "shows or sets the goal; or: pause, resume, clear", false, this::goal);
    add("/fork", "goes on in a copy of this thread", true, words -> fork());
    add("/revert", "has the model forget the last turn; files stay", true, words -> revert());
    add("/model [name]", "shows the model, or sets it from the next turn on", false, this::model);
    add("/diff", "shows what the latest change changed", false, words -> view.showDiff());
    add("/tools", "lists the tools of the host and of MCP servers", false, words -> tools());
    add("/codex-runtime [..]", "shows or switches the host's runtime", true, this::runtime);
    add("/help", "lists the commands", false, words -> help());
    add("/quit", "leaves; a turn that runs is interrupted", false, words -> quit.run());
  }

  private void add(String usage, String help, boolean idle, Consumer<String> action) {
    table.put(usage.split(" ")[0], new Entry(usage, help, idle, action));
  }

  /** Whether a line is a command, known or not. */
  static boolean isCommand(String line) {
    return line.startsWith("/");
  }

  /** Does what a line says. */
  void run(String line) {
    String[] words = line.strip().split("\\s+", 2);
    Entry entry = table.get(words[0]);
    if (entry == null) {
      view.problem(
          "there is no command "
              + VisibleText.onOneLine(words[0], 40)
              + "; /help lists them, and a blank before the slash sends the line as text");
    } else if (entry.idle() && turns.run()) {
      view.problem(words[0] + " is not possible while a turn runs; Ctrl-C interrupts it");
    } else if (!entry.idle() || isFree(words[0])) {
      try {
        entry.action().accept(words.length == 1 ? "" : words[1].strip());
      } catch (IllegalStateException | TalariaException e) {
        view.problem(String.valueOf(e.getMessage()));
      }
    }
  }

  /** Whether something else that waits for Codex can begin. */
  private boolean isFree(String command) {
    if (!work.label().isEmpty()) {
      view.problem(command + " is not possible yet: " + work.label());
      return false;
    }
    return true;
  }

  private void help() {
    StringBuilder help = new StringBuilder();
    for (Entry each : table.values()) {
      help.append(String.format("  %-20s %s%n", each.usage(), each.help()));
    }
    help.append("  While a turn runs, a line steers it, and Ctrl-C interrupts it.");
    view.say(help.toString());
  }

  private void open(String resume) {
    work.start(
        resume == null ? "opening a thread" : "opening " + resume,
        () -> session.open(resume),
        opened -> {
          use(opened, (resume == null ? "new thread " : "resumed ") + opened.threadId());
          if (resume != null) {
            showPast();
          }
        });
  }

  private void use(CodexSession opened, String said) {
    session.use(opened).forEach(view::ended);
    view.forgetThread();
    turns.forgetThread();
    view.status.model(session.model());
    view.note(said);
  }

  /** Shows the latest turns of the thread. */
  void showPast() {
    work.start("reading the thread", session::past, past -> past.show(view));
  }

  private void resume(String word) {
    if (word.isEmpty()) {
      work.start("asking for the threads", session::threads, this::list);
      return;
    }
    String id = word.matches("[1-9][0-9]?") ? numbered(Integer.parseInt(word)) : word;
    if (id.isEmpty()) {
      view.problem("there is no thread " + word + " in the list; /resume shows it");
    } else if (id.equals(session.threadId())) {
      view.note("this is the thread that you are on");
    } else {
      open(id);
    }
  }

  private String numbered(int number) {
    return number <= listed.size() ? listed.get(number - 1).id() : "";
  }

  private void list(List<StoredThread> threads) {
    listed = threads;
    if (threads.isEmpty()) {
      view.note("there is no thread with a turn yet");
      return;
    }
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < threads.size(); i++) {
      StoredThread each = threads.get(i);
      String what = each.name().isEmpty() ? each.preview() : each.name();
      String now = each.id().equals(session.threadId()) ? " (this one)" : "";
      rows.append(String.format("  %2d. %s%n", i + 1, each.id() + now))
          .append("      " + VisibleText.onOneLine(what, LONGEST_PREVIEW) + "\n");
    }
    view.say(rows + "  /resume with a number or an id goes on with one");
  }

  private void review(String words) {
    String[] two = words.split("\\s+");
    if (words.isEmpty()) {
      session.review(ReviewTarget.UncommittedChanges.of());
    } else if (words.equals("base") || words.equals("commit")) {
      view.problem("say which: /review base BRANCH or /review commit SHA");
    } else if (two.length == 2 && two[0].equals("base")) {
      session.review(ReviewTarget.BaseBranch.of(two[1]));
    } else if (two.length == 2 && two[0].equals("commit")) {
      session.review(ReviewTarget.Commit.of(two[1]));
    } else {
      session.review(ReviewTarget.Custom.of(words));
    }
  }

  private void goal(String words) {
    if (!session.allowsGoals()) {
      view.problem("goals are off in this chat; start it with --goals");
    } else if (isFree("/goal")) {
      switch (words) {
        case "" -> work.start("asking for the goal", session::goal, view::say);
        case "pause" -> move("pausing the goal", () -> session.goalStatus("paused"));
        case "resume" -> move("resuming the goal", () -> session.goalStatus("active"));
        case "clear" -> move("clearing the goal", session::clearGoal);
        default -> move("setting the goal", () -> session.goal(words));
      }
    }
  }

  /** Codex tells the goal's new status itself. */
  private void move(String what, Runnable work) {
    this.work.start(what, Executors.callable(work), done -> {});
  }

  private void fork() {
    String first = session.threadId();
    work.start(
        "copying the thread",
        session::fork,
        copy ->
            use(copy, "now in the copy " + copy.threadId() + "\n/resume " + first + " goes back"));
  }

  private void revert() {
    work.start(
        "taking the last turn back",
        session::revert,
        prompt ->
            view.note("the model no longer knows of: " + prompt + "\nfiles stay as they are"));
  }

  private void model(String name) {
    if (!name.isEmpty()) {
      session.model(name);
      view.status.model(session.model());
    }
    String known = session.model().isEmpty() ? "as Codex is configured" : session.model();
    view.say("model: " + known + (name.isEmpty() ? "" : ", from the next turn on"));
  }

  private void tools() {
    if (isFree("/tools")) {
      work.start("asking for the tools", session::toolList, view::say);
    }
  }

  private void runtime(String words) {
    if (runtime.isEmpty()) {
      view.problem("/codex-runtime needs the host's configuration: start with --host-config FILE");
      return;
    }
    work.start("asking for the runtime", () -> runtime.get().apply(words), this::switched);
  }

  private void switched(RuntimeChange change) {
    if (change.success()) {
      view.say(change.message());
    } else {
      view.problem(change.message());
    }
    if (change.requiresNewSession()) {
      view.note("this chat stays on Codex; /new begins a thread with the new configuration");
    }
  }
}
