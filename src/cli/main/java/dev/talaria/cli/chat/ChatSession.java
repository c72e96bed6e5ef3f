package dev.talaria.cli.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.talaria.base.VisibleText;
import dev.talaria.cli.terminal.Durations;
import dev.talaria.protocol.Goal;
import dev.talaria.protocol.StoredThread;
import dev.talaria.protocol.ThreadTurn;
import dev.talaria.protocol.v2.AskForApproval;
import dev.talaria.protocol.v2.McpServerStatus;
import dev.talaria.protocol.v2.Model;
import dev.talaria.protocol.v2.PermissionProfileSummary;
import dev.talaria.protocol.v2.ReviewTarget;
import dev.talaria.protocol.v2.SkillMetadata;
import dev.talaria.protocol.v2.SkillsListEntry;
import dev.talaria.session.CloseReport;
import dev.talaria.session.Codex;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.ThreadQuery;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.goal.GoalOptions;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.BackgroundCommand;
import dev.talaria.tools.HostTool;
import dev.talaria.tools.ToolBridge;
import dev.talaria.tools.ToolRegistry;
import dev.talaria.viewer.SessionPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The threads of a chat, one of which is looked at; the turns of the others continue.
 *
 * <p>Under the console's lock, but for {@link #connect}, {@link #open} and what asks Codex, which
 * may be called on another thread.
 */
final class ChatSession implements AutoCloseable {

  private static final int LISTED = 20;
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration SHELL_LIMIT = Duration.ofHours(1);
  private static final int LONGEST = 70;

  private final Supplier<Codex> connect;
  private final Supplier<SessionOptions.Builder> options;
  private final ToolRegistry tools;
  private final Supplier<OpenTurns> listeners;
  private final boolean goals;

  /** Those that are open besides, by id: a turn runs on them. */
  private final Map<String, ChatThread> besides = new LinkedHashMap<>();

  private volatile Codex codex;
  private ChatThread current;
  private volatile boolean used;

  /** What the next turns are to have; by what {@link TurnInput} calls it. */
  private final Map<String, String> settings = new LinkedHashMap<>();

  /**
   * @param connect starts Codex
   * @param options of a new thread, each time afresh
   * @param tools of the host, for the model
   * @param listeners of a new thread, each time another one
   * @param goals whether Codex may work on goals
   * @param model for all threads; {@code null} for what Codex's configuration says
   */
  ChatSession(
      Supplier<Codex> connect,
      Supplier<SessionOptions.Builder> options,
      ToolRegistry tools,
      Supplier<OpenTurns> listeners,
      boolean goals,
      String model) {
    this.connect = connect;
    this.options = options;
    this.tools = tools;
    this.listeners = listeners;
    this.goals = goals;
    set("model", model);
  }

  /** Starts Codex. */
  void connect() {
    codex = connect.get();
  }

  /**
   * Opens a thread, or takes one that is open.
   *
   * @param resume the thread to continue; {@code null} for a new one
   */
  ChatThread open(String resume) {
    synchronized (besides) {
      if (resume != null && besides.containsKey(resume)) {
        return besides.get(resume);
      }
    }
    OpenTurns turns = listeners.get();
    SessionOptions.Builder builder =
        options.get().model(settings.get("model")).resume(resume).goals(goals).listener(turns);
    if (tools.all().isEmpty()) {
      return new ChatThread(codex.openSession(builder.build()), turns);
    }
    ToolBridge bridge = ToolBridge.dynamic(tools);
    try {
      return new ChatThread(codex.openSession(bridge.configure(builder).build()), turns);
    } catch (Throwable e) {
      bridge.close();
      throw e;
    }
  }

  /** Looks at an opened thread. The previous one, unless a turn runs on it: it is to be closed. */
  Optional<ChatThread> use(ChatThread opened) {
    Optional<ChatThread> left = Optional.ofNullable(current);
    if (current != null && current.turns().run()) {
      synchronized (besides) {
        besides.put(threadId(), current);
      }
      left = Optional.empty();
    }
    if (current != null) {
      current.turns().show(false);
    }
    current = opened;
    synchronized (besides) {
      besides.remove(threadId());
    }
    opened.turns().show(true);
    used = false;
    return left;
  }

  /** Closes the thread. The commands that this ended. */
  List<BackgroundCommand> leave() {
    return current == null ? List.of() : close(current);
  }

  /** Closes a thread. The commands that this ended. */
  static List<BackgroundCommand> close(ChatThread thread) {
    thread.session().close();
    return thread.session().closed().map(CloseReport::endedCommands).orElse(List.of());
  }

  /** The model learns why something was declined as if the person had typed it. */
  void decline(String threadId, String reason) {
    ChatThread asked = current;
    synchronized (besides) {
      asked = besides.getOrDefault(threadId, asked);
    }
    if (asked.turns().run()) {
      asked.turns().steer(TurnInput.of("I declined that: " + reason));
    }
  }

  /** Says that a thread continues besides; empty for any other. */
  String named(String id) {
    return besides().contains(id) ? "  thread " + id + " asks; /resume goes there" : "";
  }

  /** Whether there is a thread. */
  boolean isOpen() {
    return current != null;
  }

  /** The turns of the thread. */
  OpenTurns turns() {
    return current.turns();
  }

  /** The ids of the threads that continue besides. */
  Set<String> besides() {
    synchronized (besides) {
      return Set.copyOf(besides.keySet());
    }
  }

  /** The latest threads, the newest first. */
  List<StoredThread> threads() {
    return codex.threads().list(ThreadQuery.all().limit(LISTED)).entries();
  }

  /** The latest turns of the thread. */
  PastTurns past() {
    return PastTurns.of(codex.threads(), threadId());
  }

  /** The tools that the model has from the host and from MCP servers, for people. */
  String toolList() {
    StringBuilder text = new StringBuilder();
    for (HostTool tool : tools.all()) {
      text.append("  host  ").append(tool.name()).append(described(tool.description()));
    }
    JsonNode servers =
        codex.call("mcpServerStatus/list", Map.of(), JsonNode.class, LIMIT).path("data");
    for (JsonNode server : servers) {
      String name = VisibleText.onOneLine(server.path("name").asText(), LONGEST);
      for (Map.Entry<String, JsonNode> tool : server.path("tools").properties()) {
        text.append("  mcp   ")
            .append(name + "." + VisibleText.onOneLine(tool.getKey(), LONGEST))
            .append(described(tool.getValue().path("description").asText("")));
      }
      if (server.path("tools").isEmpty()) {
        text.append("  mcp   ").append(name).append("  (no tools)\n");
      }
    }
    return text + "  Codex's own tools (commands, patches, search) are available too.";
  }

  private static String described(String description) {
    String line = VisibleText.onOneLine(description.lines().findFirst().orElse(""), LONGEST);
    return (line.isEmpty() ? "" : "  " + line) + "\n";
  }

  /** The MCP servers and their state, for people. */
  String mcp() {
    StringBuilder text = new StringBuilder();
    for (McpServerStatus server : codex.mcp().servers()) {
      String state = server.toolsError().orElse(server.json().path("tools").size() + " tools");
      String login = server.authStatus().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      text.append("  ").append(VisibleText.onOneLine(server.name(), LONGEST));
      text.append(described(state + ", login: " + login));
    }
    return text.isEmpty() ? "no MCP server is configured" : text.toString().stripTrailing();
  }

  /** The skills of a folder, for people. */
  String skills(Path folder) {
    StringBuilder text = new StringBuilder();
    for (SkillsListEntry entry : codex.skills().list(folder)) {
      for (SkillMetadata skill : entry.skills()) {
        text.append("  ").append(skill.enabled() ? "" : "(off) ");
        text.append(VisibleText.onOneLine(skill.name(), LONGEST));
        text.append(described(skill.shortDescription().orElse(skill.description())));
      }
    }
    return text.isEmpty() ? "there is no skill here" : text.toString().stripTrailing();
  }

  /** The models, and how hard they can think. */
  List<Model> models() {
    return codex.models().list();
  }

  /** The permission profiles of a folder. */
  List<String> profiles(Path folder) {
    return codex.models().permissionProfiles(folder).stream()
        .map(PermissionProfileSummary::id)
        .toList();
  }

  Codex codex() {
    return codex;
  }

  String threadId() {
    return current.session().threadId();
  }

  /** The model of the next turn; empty when Codex did not say. */
  String model() {
    return settings.getOrDefault("model", current.session().model());
  }

  /** A setting of the next turns; empty for what Codex's configuration says. */
  String setting(String name) {
    return settings.getOrDefault(name, "");
  }

  /** Changes a setting of the next turns; {@code null} changes nothing. */
  void set(String name, String value) {
    if (value != null) {
      settings.put(name, value);
    }
  }

  /** Whether there was a turn of the person's on the thread, so that Codex keeps it. */
  boolean used() {
    return used;
  }

  void prompt(TurnInput input) {
    TurnInput all = input;
    for (Map.Entry<String, String> each : settings.entrySet()) {
      String value = each.getValue();
      all =
          switch (each.getKey()) {
            case "model" -> all.model(value);
            case "effort" -> all.effort(value);
            case "approvals" -> all.approvalPolicy(AskForApproval.read(TextNode.valueOf(value)));
            default -> all.permissionProfile(value);
          };
    }
    TurnInput told = all;
    start(listener -> current.session().startTurn(told, listener));
  }

  void compact() {
    start(current.session()::compact);
  }

  void review(ReviewTarget target) {
    start(listener -> current.session().review(target, listener));
  }

  /** Runs a command in the person's own shell, as one of the thread's turns. */
  void shell(String command) {
    start(listener -> current.session().shellCommand(command, SHELL_LIMIT, listener));
  }

  private void start(Function<TurnListener, Turn> start) {
    turns().start(start);
    used = true;
  }

  /** Opens a copy of the thread. */
  ChatThread fork() {
    return open(codex.threads().fork(threadId()).id());
  }

  /** Takes the latest turn out of what the thread remembers, and tells its prompt. */
  String revert() {
    List<ThreadTurn> latest = codex.threads().turns(threadId(), 1).entries();
    if (latest.isEmpty()) {
      throw new IllegalStateException("there is no turn to take back");
    }
    current.session().revert(latest.get(0).id());
    return VisibleText.onOneLine(PastTurns.prompt(latest.get(0)).orElse("(no prompt)"), LONGEST);
  }

  /**
   * Writes the thread to a file that only this user may read: a page, or Markdown. What was done,
   * for people.
   */
  String export(Path file) throws IOException {
    if (file.toString().endsWith(".html")) {
      SessionPage.write(codex.threads(), threadId(), file);
    } else {
      Path whole =
          Files.createTempFile(file.toAbsolutePath().getParent(), ".talaria-export", ".md");
      try {
        Files.writeString(whole, PastTurns.markdown(codex.threads(), threadId()));
        Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(whole);
      }
    }
    return "the thread is in " + file;
  }

  /** Whether Codex may work on goals. */
  boolean allowsGoals() {
    return goals;
  }

  /** Has Codex work on a goal, turn after turn. */
  void goal(String objective) {
    current.session().goal(objective, GoalOptions.defaults());
    used = true;
  }

  /** The thread's goal, for people; no matter who set it, and in which process. */
  String goal() {
    JsonNode found = call("thread/goal/get", Map.of()).path("goal");
    if (!found.isObject()) {
      return "there is no goal; /goal TEXT sets one";
    }
    Goal goal = new Goal(found);
    String used = String.format(Locale.ROOT, "%,d", goal.tokensUsed());
    OptionalLong budget = goal.tokenBudget();
    String most = budget.isEmpty() ? "" : String.format(Locale.ROOT, " of %,d", budget.getAsLong());
    return String.format(
        "goal: %s%n  %s, %s tokens, %s",
        goal.objective(),
        OpenTurns.word(goal.status()),
        used + most,
        Durations.show(goal.timeUsed()));
  }

  /** Pauses the thread's goal or has Codex continue it. */
  void goalStatus(String status) {
    call("thread/goal/set", Map.of("status", status));
  }

  void clearGoal() {
    call("thread/goal/clear", Map.of());
  }

  private JsonNode call(String method, Map<String, String> params) {
    Map<String, String> all = new HashMap<>(params);
    all.put("threadId", threadId());
    return codex.call(method, all, JsonNode.class, LIMIT);
  }

  @Override
  public void close() {
    List<ChatThread> all;
    synchronized (besides) {
      all = List.copyOf(besides.values());
    }
    try {
      all.forEach(ChatSession::close);
      leave();
    } finally {
      if (codex != null) {
        codex.close();
      }
    }
  }
}
