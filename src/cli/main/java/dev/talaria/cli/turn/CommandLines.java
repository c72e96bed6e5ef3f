package dev.talaria.cli.turn;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.talaria.base.Redaction;
import dev.talaria.base.VisibleText;
import dev.talaria.session.BackgroundCommand;
import java.util.List;

/** Commands that go on behind their turns, as a person and as {@code --json} gets them. */
public final class CommandLines {

  private static final int WIDTH = 100;

  private CommandLines() {}

  /** One line that says what became of a command. */
  public static String of(String what, BackgroundCommand command) {
    return VisibleText.onOneLine(Redaction.redact("  " + what + ": " + command.command()), WIDTH);
  }

  public static void into(ArrayNode array, List<BackgroundCommand> commands) {
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
