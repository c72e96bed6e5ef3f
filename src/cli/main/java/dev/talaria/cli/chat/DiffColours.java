package dev.talaria.cli.chat;

import dev.talaria.base.Redaction;
import dev.talaria.base.VisibleText;
import dev.talaria.protocol.PatchChange;
import java.io.File;
import java.nio.file.Path;

/** Diffs for people: coloured lines, and one line for each file. Stateless. */
final class DiffColours {

  static final String ADDED = "32";
  static final String REMOVED = "31";
  private static final String HUNK = "36";
  private static final String FILE = "1";

  private static final int LONGEST_PATH = 60;

  private DiffColours() {}

  /** Shows a diff as Git writes it, in full. */
  static void show(String diff, ChatScreen screen) {
    String safe = VisibleText.of(Redaction.redact(diff.stripTrailing()));
    safe.lines().forEach(line -> screen.line(code(line), line));
  }

  private static String code(String line) {
    if (line.startsWith("diff ") || line.startsWith("+++ ") || line.startsWith("--- ")) {
      return FILE;
    } else if (line.startsWith("@@")) {
      return HUNK;
    } else if (line.startsWith("+")) {
      return ADDED;
    }
    return line.startsWith("-") ? REMOVED : "";
  }

  private static String near(String path, Path cwd) {
    String folder = cwd + File.separator;
    return path.startsWith(folder) ? path.substring(folder.length()) : path;
  }

  /** One file of a patch: what happens to it, and how many lines come and go. */
  static String summary(PatchChange change, Path cwd, ChatScreen screen) {
    String text = change.diff();
    long added =
        change.kind().equals("add")
            ? text.lines().count()
            : text.lines().filter(line -> line.startsWith("+")).count();
    long removed =
        change.kind().equals("delete")
            ? text.lines().count()
            : text.lines().filter(line -> line.startsWith("-")).count();
    String path =
        near(change.path(), cwd) + change.movePath().map(to -> " -> " + near(to, cwd)).orElse("");
    return VisibleText.onOneLine(change.kind() + " " + path, LONGEST_PATH)
        + (added > 0 ? " " + screen.coloured(ADDED, "+" + added) : "")
        + (removed > 0 ? " " + screen.coloured(REMOVED, "-" + removed) : "");
  }
}
