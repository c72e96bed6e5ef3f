package dev.talaria.cli.chat;

import dev.talaria.base.TalariaException;
import dev.talaria.base.VisibleText;
import dev.talaria.cli.terminal.Console;
import dev.talaria.cli.terminal.RowView;
import dev.talaria.host.RuntimeChange;
import dev.talaria.host.RuntimeSwitch;
import dev.talaria.protocol.StoredThread;
import dev.talaria.protocol.TokenUsage;
import dev.talaria.protocol.v2.Model;
import dev.talaria.protocol.v2.ReviewTarget;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/** What begins with a slash or an exclamation mark. Under the console's lock. */
final class ChatCommands {

  /**
   * What the command line has given.
   *
   * @param runtime of the host
   * @param quit leaves the chat
   */
  record Host(Optional<RuntimeSwitch> runtime, Runnable quit) {}

  /** When a command can run. */
  private enum When {
    ALWAYS,
    /** While nothing else waits for Codex. */
    FREE,
    /** While besides no turn runs. */
    IDLE
  }

  /** One command. */
  record Entry(String name, String argument, String help, When when, Consumer<String> action) {}

  private static final int LONGEST_PREVIEW = 50;
  private static final String THREADS = "asking for the threads";

  private final Map<String, Entry> table = new LinkedHashMap<>();
  private final Console console;
  private final ChatSession session;
  private final ChatView view;
  private final ChatWork work;
  private final Path folder;
  private final Host host;
  private final Consumer<RowView> pick;
  private volatile List<StoredThread> listed = List.of();
  private volatile List<Model> models = List.of();

  /**
   * @param show has all of something looked at
   * @param pick has something chosen
   */
  ChatCommands(
      Console console,
      ChatSession session,
      ChatView view,
      ChatWork work,
      Path folder,
      Host host,
      Function<Optional<List<String>>, Boolean> show,
      Consumer<RowView> pick) {
    this.pick = pick;
    this.console = console;
    this.session = session;
    this.view = view;
    this.work = work;
    this.folder = folder;
    this.host = host;
    add("/help", "", "lists the commands and keys", When.ALWAYS, words -> help());
    add("/status", "", "shows the settings of the chat", When.ALWAYS, words -> status());
    add(
        "/model",
        "[name]",
        "shows the models, or sets the model for the next turns",
        When.FREE,
        this::model);
    add(
        "/effort",
        "[level]",
        "sets how hard the model thinks, from the next turn on",
        When.ALWAYS,
        words -> set("effort", words));
    add(
        "/approvals",
        "[policy]",
        "when Codex asks: untrusted, on-request, never",
        When.ALWAYS,
        words -> set("approvals", words));
    add(
        "/permissions",
        "[profile]",
        "lists the permission profiles, or sets one",
        When.FREE,
        this::permissions);
    add("/plan", "", "shows the model's plan", When.ALWAYS, words -> view.showPlan());
    add(
        "/review",
        "[..]",
        "reviews changes: base BRANCH, commit SHA, or text",
        When.IDLE,
        this::review);
    add(
        "/goal",
        "[text]",
        "shows or sets the goal; or: pause, resume, clear",
        When.FREE,
        this::goal);
    add("/diff", "", "shows what the latest change changed", When.ALWAYS, words -> view.showDiff());
    add(
        "/show",
        "[n]",
        "unfolds the output with this number, or the latest one",
        When.ALWAYS,
        words -> show.apply(folded(words)));
    add(
        "/new",
        "",
        "begins a new thread; a running turn continues",
        When.FREE,
        words -> open(null));
    add("/fork", "", "continues in a copy of this thread", When.IDLE, words -> fork());
    add(
        "/revert",
        "",
        "has the model forget the last turn; files stay",
        When.IDLE,
        words -> revert());
    add("/resume", "[id]", "continues a thread, chosen from the latest", When.FREE, this::resume);
    add(
        "/threads",
        "",
        "lists the latest threads",
        When.FREE,
        words -> work.start(THREADS, session::threads, this::list));
    add(
        "/compact",
        "",
        "has Codex shorten what the thread remembers",
        When.IDLE,
        words -> session.compact());
    add(
        "/mcp",
        "",
        "lists the MCP servers",
        When.FREE,
        words -> ask("asking for the servers", session::mcp));
    add(
        "/tools",
        "",
        "lists the tools of the host and of MCP servers",
        When.FREE,
        words -> ask("asking for the tools", session::toolList));
    add(
        "/skills",
        "",
        "lists the skills",
        When.FREE,
        words -> ask("asking for the skills", () -> session.skills(folder)));
    add("/cost", "", "shows the tokens of the thread", When.ALWAYS, words -> cost());
    add("/export", "FILE", "writes the thread to a .md or .html file", When.FREE, this::export);
    add("/codex-runtime", "[..]", "shows or switches the host's runtime", When.IDLE, this::runtime);
    add(
        "/clear",
        "",
        "clears the screen",
        When.ALWAYS,
        words -> console.callWidget("clear-screen"));
    add(
        "/quit",
        "",
        "leaves; a running turn is interrupted",
        When.ALWAYS,
        words -> host.quit().run());
  }

  private void add(String name, String argument, String help, When when, Consumer<String> action) {
    table.put(name, new Entry(name, argument, help, when, action));
  }

  /** Whether a line is a command, known or not. */
  static boolean isCommand(String line) {
    return line.startsWith("/") || line.startsWith("!");
  }

  Collection<Entry> all() {
    return table.values();
  }

  /** What a command can be given, as far as it is known, with what is said about it. */
  Map<String, String> arguments(String command) {
    Map<String, String> values = new LinkedHashMap<>();
    switch (command) {
      case "/model" -> models.forEach(each -> values.put(each.id(), each.description()));
      case "/effort" -> efforts().forEach(each -> values.put(each, ""));
      case "/approvals" ->
          List.of("untrusted", "on-request", "never").forEach(each -> values.put(each, ""));
      case "/permissions" ->
          List.of(":read-only", ":workspace", ":danger-full-access")
              .forEach(each -> values.put(each, ""));
      case "/review" -> List.of("base", "commit").forEach(each -> values.put(each, ""));
      case "/goal" -> List.of("pause", "resume", "clear").forEach(each -> values.put(each, ""));
      case "/resume" -> listed.forEach(each -> values.put(each.id(), title(each)));
      default -> {
        // It takes nothing that is known.
      }
    }
    return values;
  }

  private List<String> efforts() {
    List<String> known =
        models.stream()
            .filter(each -> each.id().equals(session.model()))
            .flatMap(each -> each.supportedReasoningEfforts().stream())
            .map(each -> each.reasoningEffort())
            .toList();
    return known.isEmpty() ? List.of("minimal", "low", "medium", "high") : known;
  }

  /** Does what a line says. */
  void run(String line) {
    if (line.startsWith("!")) {
      guarded(() -> session.shell(line.substring(1).strip()));
      return;
    }
    String[] words = line.strip().split("\\s+", 2);
    Entry entry = table.get(words[0]);
    if (entry == null) {
      view.problem(
          "there is no command "
              + VisibleText.onOneLine(words[0], 40)
              + "; /help lists them, and a blank before the slash sends the line as text");
    } else if (entry.when() == When.IDLE && session.turns().run()) {
      view.problem(words[0] + " is not possible while a turn runs; Ctrl-C interrupts it");
    } else if (entry.when() != When.ALWAYS && !work.label().isEmpty()) {
      view.problem(words[0] + " is not possible yet: " + work.label());
    } else {
      guarded(() -> entry.action().accept(words.length == 1 ? "" : words[1].strip()));
    }
  }

  private void guarded(Runnable action) {
    try {
      action.run();
    } catch (IllegalArgumentException | IllegalStateException | TalariaException e) {
      view.problem(String.valueOf(e.getMessage()));
    }
  }

  private void ask(String what, Callable<String> question) {
    work.start(what, question, view::say);
  }

  private void help() {
    StringBuilder help = new StringBuilder();
    for (Entry each : table.values()) {
      String usage = each.name() + (each.argument().isEmpty() ? "" : " " + each.argument());
      help.append(String.format("  %-20s %s%n", usage, each.help()));
    }
    help.append("  !command             runs a command in your own shell; the model sees it\n");
    help.append("  @path                gives the model a file or an image\n");
    help.append("  While a turn runs, a line steers it, and Ctrl-C interrupts it.\n");
    help.append("  Alt-Enter: one more line. Ctrl-R: search. Tab: completion. Ctrl-T: unfold a\n");
    help.append("  paste. Ctrl-O: all of what was folded last. Ctrl-Z: suspend.");
    view.say(help.toString());
  }

  private void status() {
    TokenUsage usage = view.status.usage();
    String tokens = usage == null ? "" : count(usage.total().totalTokens()) + " tokens";
    view.say(
        "  thread       "
            + session.threadId()
            + "\n  folder       "
            + folder
            + "\n  Codex        "
            + session.codex().version()
            + "\n  model        "
            + known(session.model())
            + "\n  effort       "
            + known(session.setting("effort"))
            + "\n  approvals    "
            + known(session.setting("approvals"))
            + "\n  permissions  "
            + known(session.setting("permissions"))
            + "\n  used         "
            + (tokens.isEmpty() ? "nothing yet" : tokens)
            + (session.besides().isEmpty() ? "" : "\n  besides      " + session.besides()));
  }

  private static String known(String setting) {
    return setting.isEmpty() ? "as Codex is configured" : setting;
  }

  private static String count(long tokens) {
    return String.format(Locale.ROOT, "%,d", tokens);
  }

  private void cost() {
    TokenUsage usage = view.status.usage();
    if (usage == null) {
      view.note("Codex has not said yet what this thread has used");
      return;
    }
    TokenUsage.Counts all = usage.total();
    view.say(
        String.format(
            "  input %s (%s of it cached), output %s (%s of it reasoning), together %s tokens",
            count(all.inputTokens()),
            count(all.cachedInputTokens()),
            count(all.outputTokens()),
            count(all.reasoningOutputTokens()),
            count(all.totalTokens())));
  }

  private Optional<List<String>> folded(String number) {
    return number.matches("[0-9]{0,6}")
        ? view.folds.whole(number.isEmpty() ? 0 : Integer.parseInt(number))
        : Optional.empty();
  }

  private void open(String resume) {
    work.start(
        resume == null ? "opening a thread" : "opening " + resume,
        () -> session.open(resume),
        opened ->
            use(
                opened,
                resume == null ? "new thread " : "resumed ",
                resume == null ? () -> {} : this::showPast));
  }

  private void use(ChatThread opened, String said, Runnable then) {
    Optional<ChatThread> left = session.use(opened);
    view.forgetThread();
    view.status.model(session.model());
    view.note(said + session.threadId());
    if (left.isEmpty()) {
      then.run();
      return;
    }
    work.start(
        "leaving the previous thread",
        () -> ChatSession.close(left.get()),
        ended -> {
          ended.forEach(view::ended);
          then.run();
        });
  }

  /** Shows the latest turns of the thread. */
  void showPast() {
    work.start("reading the thread", session::past, past -> past.show(view));
  }

  private void resume(String word) {
    if (word.isEmpty()) {
      work.start(THREADS, session::threads, console.isDumb() ? this::list : this::pick);
      return;
    }
    String id = word.matches("[1-9][0-9]?") ? numbered(Integer.parseInt(word)) : word;
    if (id.isEmpty()) {
      view.problem("there is no thread " + word + " in the list; /resume shows it");
    } else if (id.equals(session.threadId())) {
      view.note("this is already the current thread");
    } else {
      open(id);
    }
  }

  private String numbered(int number) {
    return number <= listed.size() ? listed.get(number - 1).id() : "";
  }

  private static String title(StoredThread thread) {
    String what = thread.name().isEmpty() ? thread.preview() : thread.name();
    return VisibleText.onOneLine(what, LONGEST_PREVIEW);
  }

  /** Has Tab know the models and threads; without them it offers fewer. */
  void learn() {
    try {
      models = session.models();
      listed = session.threads();
    } catch (TalariaException | IllegalStateException e) {
      console.post(() -> view.note("Tab does not know the models and threads: " + e.getMessage()));
    }
  }

  private void pick(List<StoredThread> threads) {
    listed = threads;
    if (threads.isEmpty()) {
      view.note("there is no thread with a turn yet");
    } else {
      List<String> rows = threads.stream().map(this::row).toList();
      pick.accept(new Picker(console, rows, at -> resume(threads.get(at).id())));
    }
  }

  private String row(StoredThread thread) {
    boolean here = thread.id().equals(session.threadId());
    String now = here ? "  (this one)" : session.besides().contains(thread.id()) ? "  (open)" : "";
    String cwd = thread.cwd().isEmpty() ? "" : "  " + VisibleText.onOneLine(thread.cwd(), 60);
    return title(thread) + now + age(thread) + cwd;
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
      rows.append(String.format("  %2d. %s%n      %s%n", i + 1, each.id(), row(each)));
    }
    view.say(rows + "  /resume with a number or an id continues one");
  }

  private static String age(StoredThread thread) {
    long updated = thread.raw().path("updatedAt").asLong();
    if (updated <= 0) {
      return "";
    }
    Duration age = Duration.between(Instant.ofEpochSecond(updated), Instant.now());
    String shown =
        age.toDays() > 0
            ? age.toDays() + " d"
            : age.toHours() > 0 ? age.toHours() + " h" : Math.max(0, age.toMinutes()) + " min";
    return "  " + shown + " ago";
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
      return;
    }
    switch (words) {
      case "" -> ask("asking for the goal", session::goal);
      case "pause" -> move("pausing the goal", () -> session.goalStatus("paused"));
      case "resume" -> move("resuming the goal", () -> session.goalStatus("active"));
      case "clear" -> move("clearing the goal", session::clearGoal);
      default -> move("setting the goal", () -> session.goal(words));
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
        copy -> use(copy, "now in the copy ", () -> view.note("/resume " + first + " goes back")));
  }

  private void revert() {
    work.start(
        "taking the last turn back",
        session::revert,
        prompt ->
            view.note("the model no longer remembers: " + prompt + "\nfiles stay as they are"));
  }

  private void model(String name) {
    if (name.isEmpty()) {
      work.start("asking for the models", session::models, this::list);
    } else {
      set("model", name);
      view.status.model(session.model());
    }
  }

  private void list(Collection<Model> known) {
    models = List.copyOf(known);
    StringBuilder text = new StringBuilder("model: " + known(session.model()));
    for (Model each : models) {
      List<String> efforts =
          each.supportedReasoningEfforts().stream().map(one -> one.reasoningEffort()).toList();
      text.append("\n  ").append(VisibleText.onOneLine(each.id(), 60));
      text.append("  ").append(String.join(", ", efforts));
    }
    view.say(text.toString());
  }

  private void set(String what, String value) {
    boolean wrong = what.equals("approvals") && !arguments("/approvals").containsKey(value);
    if (!value.isEmpty() && wrong) {
      view.problem("approvals are untrusted, on-request or never");
      return;
    }
    if (!value.isEmpty()) {
      session.set(what, value);
      view.status.effort(session.setting("effort"));
    }
    String now = what.equals("model") ? session.model() : session.setting(what);
    view.say(what + ": " + known(now) + (value.isEmpty() ? "" : ", from the next turn on"));
  }

  private void permissions(String profile) {
    if (profile.isEmpty()) {
      ask("asking for the profiles", () -> "  " + String.join("\n  ", session.profiles(folder)));
    } else {
      set("permissions", profile);
      view.status.profile(profile);
    }
  }

  private void export(String name) {
    if (!name.endsWith(".md") && !name.endsWith(".html")) {
      view.problem("say where: /export FILE.md or /export FILE.html");
    } else {
      ask("writing the thread", () -> session.export(folder.resolve(name)));
    }
  }

  private void runtime(String words) {
    if (host.runtime().isEmpty()) {
      view.problem("/codex-runtime needs the host's configuration: start with --host-config FILE");
      return;
    }
    work.start("asking for the runtime", () -> host.runtime().get().apply(words), this::switched);
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
