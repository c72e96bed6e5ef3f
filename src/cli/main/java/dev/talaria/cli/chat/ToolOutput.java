package dev.talaria.cli.chat;

import dev.talaria.base.Redaction;
import dev.talaria.base.VisibleText;
import dev.talaria.protocol.PatchChange;
import dev.talaria.protocol.ThreadItem;
import java.nio.file.Path;
import java.util.List;

/** What a tool that has ended came to, in a few lines. Stateless. */
final class ToolOutput {

  private static final int MOST_LINES = 5;
  private static final int LONGEST_LINE = 200;
  private static final String DIM = "2";
  private static final String INDENT = "    ";

  private ToolOutput() {}

  static void show(ThreadItem item, ChatScreen screen, Path cwd) {
    if (item instanceof ThreadItem.CommandExecution command) {
      command.aggregatedOutput().ifPresent(output -> lines(output, screen));
    } else if (item instanceof ThreadItem.FileChange patch) {
      for (PatchChange change : patch.changes()) {
        screen.line("", INDENT + DiffColours.summary(change, cwd, screen));
      }
    }
  }

  /** The last lines, because there stands how it ended. */
  private static void lines(String output, ChatScreen screen) {
    List<String> all = Redaction.redact(output.stripTrailing()).lines().toList();
    if (all.size() > MOST_LINES) {
      screen.line(DIM, INDENT + "… " + (all.size() - MOST_LINES) + " lines before");
    }
    all.subList(Math.max(0, all.size() - MOST_LINES), all.size())
        .forEach(line -> screen.line(DIM, INDENT + VisibleText.onOneLine(line, LONGEST_LINE)));
  }
}
