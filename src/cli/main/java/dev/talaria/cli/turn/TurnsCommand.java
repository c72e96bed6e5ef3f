package dev.talaria.cli.turn;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.base.Redaction;
import dev.talaria.base.VisibleText;
import dev.talaria.cli.process.ConsoleCommand;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.session.result.BackgroundCommand;
import dev.talaria.session.result.TurnResult;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** A command that runs turns and prints their final texts, or one document for all of them. */
public abstract class TurnsCommand extends ConsoleCommand {

  private static final ObjectMapper JSON = WireJson.mapper();

  @Option(names = "--json", description = "Prints one JSON document instead of the final texts.")
  private boolean json;

  /**
   * Prints the results.
   *
   * @param more adds to the document what this command has besides
   */
  protected final void print(String threadId, List<TurnResult> results, Consumer<ObjectNode> more) {
    if (json) {
      ObjectNode document = JSON.createObjectNode().put("threadId", threadId);
      ArrayNode turns = document.putArray("turns");
      results.forEach(result -> turns.add(json(result)));
      more.accept(document);
      print(document);
      return;
    }
    for (TurnResult result : results) {
      String text = text(result);
      if (!text.isEmpty()) {
        out().println(VisibleText.of(text));
      }
      if (result.error() != null) {
        report(result.error().message());
      }
    }
    out().flush();
  }

  /** What a person gets of a turn; empty for nothing. */
  protected String text(TurnResult result) {
    return result.finalText();
  }

  /** Tells a person of a problem. */
  protected final void report(String problem) {
    say("talaria: " + VisibleText.of(Redaction.redact(problem)));
  }

  /** A turn's result as {@code --json} prints it. */
  public static ObjectNode json(TurnResult turn) {
    ObjectNode node = JSON.createObjectNode();
    node.put("turnId", turn.turnId());
    node.put("status", turn.status().name().toLowerCase(Locale.ROOT));
    node.put("finalText", turn.finalText());
    if (turn.error() == null) {
      node.putNull("error");
    } else {
      node.putObject("error")
          .put("kind", turn.error().kind().jsonName())
          .put("message", turn.error().message())
          .put("retryable", turn.error().retryable())
          .put("retryAt", turn.error().retryAt().map(Instant::toString).orElse(null));
    }
    node.put("interrupted", turn.interrupted());
    node.put("retire", turn.retire());
    node.put("toolIterations", turn.toolIterations());
    ArrayNode messages = node.putArray("messages");
    turn.messages().forEach(message -> messages.add(message.toJson(JSON.getNodeFactory())));
    node.set("usage", turn.usage() == null ? JSON.nullNode() : JSON.valueToTree(turn.usage()));
    node.put("diff", turn.diff());
    node.set("plan", JSON.valueToTree(turn.plan()));
    node.put("compacted", turn.compacted());
    addCommands(node.putArray("runningCommands"), turn.runningCommands());
    node.put("durationMs", turn.duration().toMillis());
    return node;
  }

  /** Commands that continue after their turns. */
  protected static void addCommands(ArrayNode array, List<BackgroundCommand> commands) {
    for (BackgroundCommand command : commands) {
      array
          .addObject()
          .put("turnId", command.turnId())
          .put("itemId", command.itemId())
          .put("command", command.command())
          .put("cwd", command.cwd())
          .put("since", command.since().toString());
    }
  }
}
