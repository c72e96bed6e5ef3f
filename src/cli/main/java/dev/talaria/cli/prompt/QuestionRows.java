package dev.talaria.cli.prompt;

import dev.talaria.approval.ApprovalText;
import dev.talaria.approval.ApprovalText.Line;
import dev.talaria.cli.terminal.Screen;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/**
 * A question as rows of a terminal: wrapped to its width, coloured where it wants that.
 *
 * <p>A continued line is indented deeper than its beginning, so that nothing the model wrote comes
 * to stand where the prompt's own words stand.
 */
final class QuestionRows {

  private QuestionRows() {}

  static List<String> of(List<Line> lines, Screen screen) {
    List<String> rows = new ArrayList<>();
    for (Line line : lines) {
      String start = line.style() == ApprovalText.Style.TITLE ? "? " : "";
      for (String row : wrap(start + line.text(), screen.width() - 1)) {
        rows.add(screen.coloured(code(line.style()), row));
      }
    }
    return rows;
  }

  private static String code(ApprovalText.Style style) {
    return switch (style) {
      case TITLE, FILE -> "1";
      case ADDED -> "32";
      case REMOVED -> "31";
      case HUNK -> "36";
      case FACT, CODE, KEPT -> "";
    };
  }

  /** The rows of a line; a row ends behind a blank where there is one in its second half. */
  static List<String> wrap(String line, int width) {
    int indent = 0;
    while (indent < line.length() && line.charAt(indent) == ' ') {
      indent++;
    }
    String continued = " ".repeat(Math.min(indent + 2, width / 2));
    List<String> rows = new ArrayList<>();
    int from = 0;
    int room = width;
    while (true) {
      int end = rowEnd(line, from, room);
      rows.add((from == 0 ? "" : continued) + line.substring(from, end));
      if (end >= line.length()) {
        return rows;
      }
      from = end;
      room = width - continued.length();
    }
  }

  private static int rowEnd(String line, int from, int room) {
    int columns = 0;
    int afterBlank = -1;
    int end = from;
    while (end < line.length()) {
      int c = line.codePointAt(end);
      columns += Math.max(0, WCWidth.wcwidth(c));
      if (columns > room && end > from) {
        return afterBlank > 0 ? afterBlank : end;
      }
      end += Character.charCount(c);
      if (c == ' ' && columns > room / 2) {
        afterBlank = end;
      }
    }
    return end;
  }
}
