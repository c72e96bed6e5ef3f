package dev.talaria.cli.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.base.VisibleText;
import dev.talaria.protocol.StoredThread;
import dev.talaria.session.BackgroundCommand;
import dev.talaria.session.CloseReport;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.ThreadQuery;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.TurnListener;
import dev.talaria.session.TurnResult;
import dev.talaria.tools.HostTool;
import dev.talaria.tools.ToolBridge;
import dev.talaria.tools.ToolRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * The thread that a chat is on, and the turn that runs on it.
 *
 * <p>For the chat's thread; {@link #open}, {@link #threads}, {@link #past} and {@link #toolList}
 * wait for Codex and may be called on another one, which changes nothing here before {@link #use}.
 */
final class ChatSession implements AutoCloseable {

  private static final int LISTED = 10;
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int LONGEST = 70;

  private final Codex codex;
  private final Supplier<SessionOptions.Builder> options;
  private final ToolRegistry tools;
  private CodexSession session;
  private Turn turn;
  private String model;

  /**
   * @param options of a new thread, each time afresh
   * @param tools of the host, for the model
   * @param model for all threads; {@code null} for what Codex's configuration says
   */
  ChatSession(
      Codex codex, Supplier<SessionOptions.Builder> options, ToolRegistry tools, String model) {
    this.codex = codex;
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
    SessionOptions.Builder builder = options.get().model(model).resume(resume);
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
    turn = null;
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

  /** Whether there was a turn on the thread, so that Codex keeps it. */
  boolean used() {
    return turn != null;
  }

  boolean turnRuns() {
    return turn != null && !turn.result().isDone();
  }

  CompletableFuture<TurnResult> prompt(String text, TurnListener listener) {
    TurnInput input = TurnInput.of(text);
    turn = session.startTurn(model == null ? input : input.model(model), listener);
    return turn.result();
  }

  CompletableFuture<TurnResult> compact(TurnListener listener) {
    turn = session.compact(listener);
    return turn.result();
  }

  CompletableFuture<Boolean> steer(String text) {
    return turn.steer(text);
  }

  void interrupt() {
    turn.interrupt();
  }

  @Override
  public void close() {
    leave();
  }
}
