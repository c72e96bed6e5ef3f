package dev.talaria.cli.prompt;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.ApprovalText;
import dev.talaria.approval.ApprovalText.Line;
import dev.talaria.base.VisibleText;
import dev.talaria.cli.terminal.Columns;
import dev.talaria.cli.terminal.Console;
import dev.talaria.cli.terminal.RowView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One question on the screen, from its first line to its answer. Under the console's lock. */
final class AskedQuestion implements Console.Mode {

  /** So many rows are shown before the person has to ask for more. */
  private static final int PAGE = 40;

  /** The rows that the prompt itself needs. */
  private static final int OWN_ROWS = 3;

  private final Console console;
  private final ApprovalRequest request;
  private final Function<ApprovalRequest, String> whose;
  private final List<Choice> choices;
  private final CompletableFuture<ApprovalDecision> answer = new CompletableFuture<>();
  private final Deque<Step> steps = new ArrayDeque<>();
  private List<String> rows;
  private int shown;
  private String reason = "";

  /** Whether something is masked or left out that a key shows. */
  private boolean brief;

  /** While all of it is looked at. */
  private RowView view;

  /** The contents of a yes, while they are asked for. */
  private Dialog dialog;

  /**
   * @param reasons whether the model can be given one
   * @param whose says whose it is; empty where that is clear
   */
  AskedQuestion(
      Console console,
      ApprovalRequest request,
      boolean reasons,
      Function<ApprovalRequest, String> whose) {
    this.whose = whose;
    this.console = console;
    this.request = request;
    this.choices = Choice.of(request, reasons);
    List<Line> lines = ApprovalText.styledLines(request);
    this.rows = rows(lines);
    this.brief = !lines.equals(ApprovalText.styledFullLines(request));
  }

  CompletableFuture<ApprovalDecision> answer() {
    return answer;
  }

  /** Why it was declined, for the model; empty for no reason. */
  Optional<String> reason() {
    return Optional.of(reason).filter(text -> !text.isBlank());
  }

  @Override
  public void begin() {
    console.above("");
    String of = whose.apply(request);
    if (!of.isEmpty()) {
      console.above("33", of);
    }
    page();
  }

  private void page() {
    int end = Math.min(rows.size(), shown + Math.min(PAGE, console.height() - OWN_ROWS));
    rows.subList(shown, end).forEach(console::above);
    shown = end;
  }

  @Override
  public String prompt() {
    if (view != null) {
      return view.prompt();
    } else if (!steps.isEmpty()) {
      return steps.peek().prompt();
    }
    return choices();
  }

  private String choices() {
    int left = rows.size() - shown;
    String more = left == 0 ? "" : "[m]ore (" + left + (left == 1 ? " line)  " : " lines)  ");
    String all =
        more
            + (left > 0 ? "[v]iew  " : "")
            + (brief ? "[f]ull  " : "")
            + choices.stream().map(Choice::label).collect(Collectors.joining("  "))
            + " > ";
    return "  " + String.join("\n  ", Columns.wrap(all, console.width() - 2));
  }

  @Override
  public boolean takesKeys() {
    return steps.isEmpty();
  }

  @Override
  public boolean echo() {
    return steps.isEmpty() || steps.peek().echo();
  }

  @Override
  public void key(String key) {
    if (view != null) {
      view = view.key(key) ? view : null;
      return;
    }
    switch (key.toLowerCase(java.util.Locale.ROOT)) {
      case "m" -> page();
      case "f" -> full();
      case "v" -> view(rows(ApprovalText.styledFullLines(request)));
      default ->
          choices.stream().filter(each -> key.equalsIgnoreCase(each.key())).forEach(this::choose);
    }
  }

  private void view(List<String> all) {
    if (console.isDumb()) {
      all.forEach(console::above);
    } else {
      view = new RowView(console, all);
    }
  }

  /** The question again, with nothing masked and nothing left out. */
  private void full() {
    if (brief) {
      brief = false;
      rows = rows(ApprovalText.styledFullLines(request));
      shown = 0;
      page();
    }
  }

  private void choose(Choice choice) {
    console.above(choices() + choice.word());
    if (choice.isReason()) {
      begin(new Step(List.of(), "  why, for the model > ", true, "", this::declineFor));
    } else if (choice.decision().allows() && Choice.needsDialog(request)) {
      dialog = new Dialog(request);
      dialog.steps().forEach(steps::add);
      begin(steps.poll());
    } else if (choice.remembers(request).isEmpty()) {
      answer.complete(choice.decision());
    } else {
      String words = choice.remembers(request);
      String what = "  stored: every command that begins with these words; Enter stores it, ";
      String prompt = what + "Ctrl-C goes back\n  > ";
      begin(new Step(List.of(), prompt, true, words, line -> always(words, line)));
    }
  }

  private Optional<String> declineFor(String why) {
    reason = why;
    answer.complete(ApprovalDecision.decline());
    return Optional.empty();
  }

  private Optional<String> always(String proposed, String line) {
    Optional<ApprovalDecision> decision = Choice.always(proposed, line);
    decision.ifPresent(answer::complete);
    return decision.isPresent()
        ? Optional.empty()
        : Optional.of("this is not a valid list of shell words");
  }

  private void begin(Step step) {
    step.rows().forEach(console::above);
    steps.addFirst(step);
    console.input(step.initial());
  }

  @Override
  public void line(String text) {
    Step step = steps.peek();
    String prompt = step.prompt().substring(step.prompt().lastIndexOf('\n') + 1);
    console.above(prompt + (step.echo() ? VisibleText.onOneLine(text) : ""));
    Optional<String> problem = step.take().apply(text);
    if (problem.isPresent()) {
      console.above("    " + problem.get());
      return;
    }
    steps.poll();
    if (!steps.isEmpty()) {
      begin(steps.poll());
    } else if (dialog != null) {
      answer.complete(dialog.decision());
    }
  }

  @Override
  public void interrupt() {
    if (view != null) {
      view = null;
    } else if (steps.isEmpty() || dialog != null) {
      declined("Ctrl-C");
    } else {
      steps.clear();
      console.input("");
    }
  }

  @Override
  public void end(String why) {
    declined(why);
  }

  private void declined(String why) {
    console.above((steps.isEmpty() ? choices() : "  ") + "denied (" + why + ")");
    answer.complete(ApprovalDecision.decline());
  }

  /** Wrapped to the screen, coloured where it wants that. */
  private List<String> rows(List<Line> lines) {
    List<String> rows = new ArrayList<>();
    for (Line line : lines) {
      String start = line.style() == ApprovalText.Style.TITLE ? "? " : "";
      for (String row : wrap(start + line.text(), console.width() - 1)) {
        rows.add(console.coloured(code(line.style()), row));
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
   * A continued line is indented deeper than its beginning, so that nothing the model wrote comes
   * to stand where the prompt's own words stand.
   */
  private static List<String> wrap(String line, int width) {
    String text = line.stripLeading();
    int indent = Math.min(line.length() - text.length(), width / 2);
    List<String> rows = new ArrayList<>();
    String first = Columns.wrap(text, width - indent).get(0);
    rows.add(" ".repeat(indent) + first.stripTrailing());
    if (first.length() < text.length()) {
      for (String row : Columns.wrap(text.substring(first.length()), width - indent - 2)) {
        rows.add(" ".repeat(indent + 2) + row.stripTrailing());
      }
    }
    return rows;
  }
}
