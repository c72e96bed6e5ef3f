package dev.talaria.cli.turn;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.base.Redaction;
import dev.talaria.base.VisibleText;
import dev.talaria.cli.process.ConsoleCommand;
import dev.talaria.session.TurnResult;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** A command that runs turns and prints their final texts, or one document for all of them. */
public abstract class TurnsCommand extends ConsoleCommand {

  @Option(names = "--json", description = "Prints one JSON document instead of the final texts.")
  private boolean json;

  /**
   * Prints the results.
   *
   * @param more adds to the document what this command has besides
   */
  protected final void print(String threadId, List<TurnResult> results, Consumer<ObjectNode> more) {
    if (json) {
      ObjectNode document = JsonNodeFactory.instance.objectNode().put("threadId", threadId);
      ArrayNode turns = document.putArray("turns");
      results.forEach(result -> turns.add(TurnJson.of(result)));
      more.accept(document);
      print(document);
      return;
    }
    for (TurnResult result : results) {
      if (!result.finalText().isEmpty()) {
        out().println(VisibleText.of(result.finalText()));
      }
      if (result.error() != null) {
        report(result.error().message());
      }
    }
    out().flush();
  }

  /** Tells a person of a problem. */
  protected final void report(String problem) {
    say("talaria: " + VisibleText.of(Redaction.redact(problem)));
  }
}
