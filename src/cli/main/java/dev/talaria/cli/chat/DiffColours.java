package dev.talaria.cli.chat;

import dev.talaria.base.Redaction;
import dev.talaria.base.VisibleText;
import dev.talaria.cli.terminal.Columns;
import dev.talaria.cli.terminal.Console;
import dev.talaria.protocol.PatchChange;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Diffs for people: coloured lines with their numbers, and one line for each file. Stateless. */
final class DiffColours {

  static final String ADDED = "32";
  static final String REMOVED = "31";
  private static final String HUNK = "36";
  private static final String FILE = "1";
  private static final Pattern PLACE = Pattern.compile("@@ -(\\d+)(?:,\\d+)? \\+(\\d+).*");

  private static final int LONGEST_PATH = 60;

  private DiffColours() {}

  /** The rows of a diff as Git writes it; a line has its number where the diff says places. */
  static List<String> rows(String diff, String indent, Console console) {
    String safe = VisibleText.of(Redaction.redact(diff.stripTrailing()));
    List<String> rows = new ArrayList<>();
    int before = 0;
    int after = 0;
    for (String line : safe.lines().toList()) {
      Matcher place = PLACE.matcher(line);
      String code = code(line);
      String number = "";
      if (place.matches()) {
        before = Integer.parseInt(place.group(1));
        after = Integer.parseInt(place.group(2));
      } else if (line.startsWith("diff ")) {
        before = 0;
        after = 0;
      } else if (code.equals(REMOVED)) {
        number = number(before++);
      } else if (after > 0 && !code.equals(FILE)) {
        before += code.isEmpty() ? 1 : 0;
        number = number(after++);
      }
      String gutter = console.coloured("2", number);
      for (String row : Columns.wrap(line, console.width() - indent.length() - number.length())) {
        rows.add(indent + gutter + console.coloured(code, row.stripTrailing()));
        gutter = " ".repeat(number.length());
      }
    }
    return rows;
  }

  private static String number(int line) {
    return line == 0 ? "" : String.format("%4d ", line);
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

  /** The rows of what happens to one file. */
  static List<String> rows(PatchChange change, String indent, Console console) {
    boolean whole = change.kind().equals("add") || change.kind().equals("delete");
    if (!whole) {
      return rows(change.diff(), indent, console);
    }
    String mark = change.kind().equals("add") ? "+" : "-";
    StringBuilder diff = new StringBuilder();
    change.diff().lines().forEach(line -> diff.append(mark).append(line).append('\n'));
    return rows("@@ -1 +1 @@\n" + diff, indent, console).stream().skip(1).toList();
  }

  private static String near(String path, Path cwd) {
    String folder = cwd + File.separator;
    return path.startsWith(folder) ? path.substring(folder.length()) : path;
  }

  /** One file of a patch: what happens to it, and how many lines come and go. */
  static String summary(PatchChange change, Path cwd, Console console) {
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
        + (added > 0 ? " " + console.coloured(ADDED, "+" + added) : "")
        + (removed > 0 ? " " + console.coloured(REMOVED, "-" + removed) : "");
  }
}
