package dev.talaria.llm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.DynamicTool;
import dev.talaria.protocol.UserInput;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.TurnInput;
import dev.talaria.tools.HostTool;
import dev.talaria.tools.ToolRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Opens the fresh ephemeral Codex thread of a conversation, gives it the conversation so far, and
 * begins the turn. Blocks on Codex; used by one thread.
 */
final class ChatThread {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration SLACK = Duration.ofMinutes(1);

  /** Codex begins no turn without a message of the user. */
  private static final String GO_ON = "Go on with the conversation above.";

  private ChatThread() {}

  /**
   * Starts what the call asks for.
   *
   * @param turn hears the turn and has the tools called
   */
  static void begin(ChatCalls.Setup setup, ChatCall call, ChatTurn turn) {
    CodexSession session = open(setup, call, turn);
    turn.opened(session);
    List<ChatEntry> rows = call.rows();
    ChatEntry last = rows.get(rows.size() - 1);
    boolean asked = last instanceof ChatEntry.User;
    List<ChatEntry> before = asked ? rows.subList(0, rows.size() - 1) : rows;
    if (!before.isEmpty()) {
      setup
          .codex()
          .call(
              "thread/inject_items",
              Map.of("threadId", session.threadId(), "items", HistoryItems.of(before)),
              JsonNode.class,
              LIMIT);
    }
    List<UserInput> parts =
        last instanceof ChatEntry.User user ? user.parts() : List.of(new UserInput.Text(GO_ON));
    TurnInput input = TurnInput.of(parts);
    turn.began(
        session.startTurn(
            call.form().map(form -> input.outputSchema(form.sent())).orElse(input), turn));
  }

  private static CodexSession open(ChatCalls.Setup setup, ChatCall call, ChatTurn turn) {
    Duration held = setup.heldFor().multipliedBy(2).plus(SLACK);
    SessionOptions.Builder options =
        EphemeralThread.options(
                setup.codex(),
                setup.cwd(),
                setup.models().resolve(call.model().orElse(setup.model())),
                setup.isolation(),
                setup.users(),
                false,
                Map.of())
            // The limits that count are those of ChatCalls, which know what is waited for.
            .noTurnTimeout()
            .idleTimeout(setup.timeout().plus(held));
    if (!call.system().isBlank()) {
      options.developerInstructions(call.system());
    }
    List<HostTool> tools = call.tools().stream().map(tool -> hostTool(tool, held, turn)).toList();
    return EphemeralThread.open(setup.codex(), options, ToolRegistry.of(tools));
  }

  private static HostTool hostTool(DynamicTool tool, Duration held, ChatTurn turn) {
    return HostTool.builder(tool.name())
        .description(tool.description())
        .parameters(tool.inputSchema())
        .timeLimit(held)
        .handler(turn::called)
        .build();
  }
}
