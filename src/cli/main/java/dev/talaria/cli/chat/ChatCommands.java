package dev.talaria.cli.chat;

import dev.talaria.base.TalariaException;
import dev.talaria.base.VisibleText;
import dev.talaria.host.RuntimeChange;
import dev.talaria.host.RuntimeSwitch;
import dev.talaria.protocol.StoredThread;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final ChatSession session;
  private final ChatView view;
  private final ChatWork work;
  private final ChatQueue queue;
  private final Optional<RuntimeSwitch> runtime;
  private List<StoredThread> listed = List.of();

  /**
   * @param quit leaves the chat
   */
  ChatCommands(
      ChatSession session,
      ChatView view,
      ChatWork work,
      ChatQueue queue,
      Optional<RuntimeSwitch> runtime,
      Runnable quit) {
    this.session = session;
    this.view = view;
    this.work = work;
    this.queue = queue;
    this.runtime = runtime;
    add("/new", "begins a new thread", true, words -> open(null));
    add("/resume [id]", "lists the latest threads, or goes on with one", true, this::resume);
    add("/compact", "has Codex shorten what the thread remembers", true, words -> compact());
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
    } else if (entry.idle() && session.turnRuns()) {
      view.problem(words[0] + " is not possible while a turn runs; Ctrl-C interrupts it");
    } else if (entry.idle() && !work.label().isEmpty()) {
      view.problem(words[0] + " is not possible yet: " + work.label());
    } else {
      try {
        entry.action().accept(words.length == 1 ? "" : words[1].strip());
      } catch (IllegalStateException | TalariaException e) {
        view.problem(String.valueOf(e.getMessage()));
      }
    }
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
          session.use(opened).forEach(view::ended);
          view.forgetThread();
          view.status.model(session.model());
          view.note((resume == null ? "new thread " : "resumed ") + opened.threadId());
          if (resume != null) {
            showPast();
          }
        });
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

  private void compact() {
    session
        .compact(new ChatEvents(queue, view))
        .thenAccept(result -> queue.post(() -> view.ended(result)));
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
    if (!work.label().isEmpty()) {
      view.problem("/tools is not possible yet: " + work.label());
      return;
    }
    work.start("asking for the tools", session::toolList, view::say);
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
