package dev.talaria.cli.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.base.VisibleText;
import dev.talaria.cli.terminal.Durations;
import dev.talaria.protocol.Goal;
import dev.talaria.protocol.StoredThread;
import dev.talaria.protocol.ThreadTurn;
import dev.talaria.protocol.v2.ReviewTarget;
import dev.talaria.session.CloseReport;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
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
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The thread that a chat is on.
 *
 * <p>For the chat's thread; what waits for Codex ({@link #open}, {@link #threads}, {@link #revert},
 * what asks for the goal, ...) may be called on another one, while {@link #use} is not.
 */
final class ChatSession implements AutoCloseable {

  private static final int LISTED = 10;
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int LONGEST = 70;

  private final Codex codex;
  private final Supplier<SessionOptions.Builder> options;
  private final ToolRegistry tools;
  private final OpenTurns turns;
  private final boolean goals;
  private CodexSession session;
  private volatile boolean used;
  private String model;

  /**
   * @param options of a new thread, each time afresh
   * @param tools of the host, for the model
   * @param turns shown
   * @param goals whether Codex may work on goals
   * @param model for all threads; {@code null} for what Codex's configuration says
   */
  ChatSession(
      Codex codex,
      Supplier<SessionOptions.Builder> options,
      ToolRegistry tools,
      OpenTurns turns,
      boolean goals,
      String model) {
    this.codex = codex;
    this.turns = turns;
    this.goals = goals;
    this.options = options;
    this.tools = tools;
    this.model = model;
  }

  /**
   * Opens a thread.
   *
   * @param resume the thread to go on with; {@code null} for a new one
   */
  CodexSession open(String resume) {
    SessionOptions.Builder builder =
        options.get().model(model).resume(resume).goals(goals).listener(turns);
    if (tools.all().isEmpty()) {
      return codex.openSession(builder.build());
    }
    ToolBridge bridge = ToolBridge.dynamic(tools);
    try {
      return codex.openSession(bridge.configure(builder).build());
    } catch (Throwable e) {
      bridge.close();
      throw e;
    }
  }

  /** Goes on with an opened thread; the previous one is closed. The commands that this ended. */
  List<BackgroundCommand> use(CodexSession opened) {
    List<BackgroundCommand> ended = leave();
    session = opened;
    used = false;
    return ended;
  }

  /** Closes the thread. The commands that this ended. */
  List<BackgroundCommand> leave() {
    if (session == null) {
      return List.of();
    }
    session.close();
    return session.closed().map(CloseReport::endedCommands).orElse(List.of());
  }

  /** The latest threads, the newest first. */
  List<StoredThread> threads() {
    return codex.threads().list(ThreadQuery.all().limit(LISTED)).entries();
  }

  /** The latest turns of the thread. */
  PastTurns past() {
    return PastTurns.of(codex.threads(), session.threadId());
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
    return text + "  Codex's own tools (commands, patches, search) are there besides.";
  }

  private static String described(String description) {
    String line = VisibleText.onOneLine(description.lines().findFirst().orElse(""), LONGEST);
    return (line.isEmpty() ? "" : "  " + line) + "\n";
  }

  Codex codex() {
    return codex;
  }

  String threadId() {
    return session.threadId();
  }

  /** The model of the next turn; empty when Codex did not say. */
  String model() {
    return model == null ? session.model() : model;
  }

  /** The model from the next turn on. */
  void model(String name) {
    model = name;
  }

  /** Whether there was a turn of the person's on the thread, so that Codex keeps it. */
  boolean used() {
    return used;
  }

  void prompt(String text) {
    TurnInput input = TurnInput.of(text);
    TurnInput told = model == null ? input : input.model(model);
    start(listener -> session.startTurn(told, listener));
  }

  void compact() {
    start(session::compact);
  }

  void review(ReviewTarget target) {
    start(listener -> session.review(target, listener));
  }

  private void start(Function<TurnListener, Turn> start) {
    turns.start(start);
    used = true;
  }

  /** Opens a copy of the thread. */
  CodexSession fork() {
    return open(codex.threads().fork(session.threadId()).id());
  }

  /** Takes the latest turn out of what the thread remembers, and tells its prompt. */
  String revert() {
    List<ThreadTurn> latest = codex.threads().turns(session.threadId(), 1).entries();
    if (latest.isEmpty()) {
      throw new IllegalStateException("there is no turn to take back");
    }
    session.revert(latest.get(0).id());
    return VisibleText.onOneLine(PastTurns.prompt(latest.get(0)).orElse("(no prompt)"), LONGEST);
  }

  /** Whether Codex may work on goals. */
  boolean allowsGoals() {
    return goals;
  }

  /** Has Codex work on a goal, turn after turn. */
  void goal(String objective) {
    session.goal(objective, GoalOptions.defaults());
    used = true;
  }

  /** The thread's goal, for people; whoever set it, and in whichever process. */
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

  /** Pauses the thread's goal or has Codex go on with it. */
  void goalStatus(String status) {
    call("thread/goal/set", Map.of("status", status));
  }

  void clearGoal() {
    call("thread/goal/clear", Map.of());
  }

  private JsonNode call(String method, Map<String, String> params) {
    Map<String, String> all = new HashMap<>(params);
    all.put("threadId", session.threadId());
    return codex.call(method, all, JsonNode.class, LIMIT);
  }

  @Override
  public void close() {
    leave();
  }
}
