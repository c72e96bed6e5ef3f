package dev.talaria.cli.prompt;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.ApprovalText;
import dev.talaria.approval.ApprovalText.Line;
import dev.talaria.cli.terminal.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jline.utils.WCWidth;

/** One question on the screen, from its first line to its answer. */
final class AskedQuestion {

  /** So many rows are shown before the person has to ask for more. */
  private static final int PAGE = 40;

  /** The rows that the prompt itself needs. */
  private static final int OWN_ROWS = 3;

  private final Screen screen;
  private final ApprovalRequest request;
  private final List<Choice> choices;
  private List<String> rows;
  private int shown;

  /** Whether something is masked or left out that a key shows. */
  private boolean brief;

  /**
   * @param keys the keyboard, taken from the screen
   */
  AskedQuestion(Screen screen, Screen.Keys keys, ApprovalRequest request) {
    this.screen = screen;
    this.request = request;
    this.choices = Choice.of(request);
    List<Line> lines = ApprovalText.styledLines(request);
    this.rows = rows(lines);
    this.brief = !lines.equals(ApprovalText.styledFullLines(request));
  }

  ApprovalDecision ask() throws InterruptedException {
    try {
      screen.println("");
      page();
      screen.forgetTyped();
      return answer();
    } catch (InterruptedException withdrawn) {
      screen.clearLine();
      screen.println("  (no longer asked)");
      throw withdrawn;
    }
  }

  private void page() {
    int end = Math.min(rows.size(), shown + Math.min(PAGE, screen.height() - OWN_ROWS));
    rows.subList(shown, end).forEach(screen::println);
    shown = end;
  }

  private ApprovalDecision answer() throws InterruptedException {
    prompt();
    while (true) {
      int key = screen.key();
      switch (key) {
        case Screen.END -> {
          return declined("end of input");
        }
        case Screen.CTRL_C -> {
          return declined("Ctrl-C");
        }
        case Screen.CTRL_D -> {
          return declined("Ctrl-D");
        }
        case 'm', 'M' -> more();
        case 'f', 'F' -> full();
        default -> {
          Optional<ApprovalDecision> decision = decide(Character.toLowerCase(key));
          if (decision.isPresent()) {
            return decision.get();
          }
        }
      }
    }
  }

  private ApprovalDecision declined(String why) {
    screen.println("denied (" + why + ")");
    return ApprovalDecision.decline();
  }

  private void prompt() {
    int left = rows.size() - shown;
    String more = left == 0 ? "" : "[m]ore (" + left + (left == 1 ? " line)  " : " lines)  ");
    screen.print(
        "  "
            + more
            + (brief ? "[f]ull  " : "")
            + choices.stream().map(Choice::label).collect(Collectors.joining("  "))
            + " > ");
  }

  private void more() {
    if (shown < rows.size()) {
      screen.clearLine();
      page();
      prompt();
    }
  }

  /** The question once more, with nothing masked and nothing left out. */
  private void full() {
    if (brief) {
      brief = false;
      rows = rows(ApprovalText.styledFullLines(request));
      shown = 0;
      screen.clearLine();
      page();
      prompt();
    }
  }

  private Optional<ApprovalDecision> decide(int key) throws InterruptedException {
    for (Choice choice : choices) {
      if (choice.key() == key) {
        boolean dialog = choice.decision().allows() && Choice.needsDialog(request);
        screen.println(dialog ? "" : choice.word());
        return Optional.of(dialog ? dialog() : choice.decision());
      }
    }
    return Optional.empty();
  }

  private ApprovalDecision dialog() throws InterruptedException {
    Optional<ApprovalDecision> filledIn = new Dialog(screen).run(request);
    return filledIn.isPresent() ? filledIn.get() : declined("given up");
  }

  /** Wrapped to the screen, coloured where it wants that. */
  private List<String> rows(List<Line> lines) {
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

  /**
   * The rows of a line; a row ends behind a blank where there is one in its second half. A
   * continued line is indented deeper than its beginning, so that nothing the model wrote comes to
   * stand where the prompt's own words stand.
   */
  private static List<String> wrap(String line, int width) {
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
