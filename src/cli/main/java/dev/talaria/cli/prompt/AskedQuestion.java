package dev.talaria.cli.prompt;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.ApprovalText;
import dev.talaria.approval.ApprovalText.Line;
import dev.talaria.cli.terminal.Screen;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
    this.rows = QuestionRows.of(lines, screen);
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
      rows = QuestionRows.of(ApprovalText.styledFullLines(request), screen);
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
}
