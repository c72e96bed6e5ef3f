package dev.talaria.cli.chat;

import dev.talaria.approval.ApprovalOutcome;
import dev.talaria.approval.ApprovalText;
import dev.talaria.approval.DecisionSource;
import dev.talaria.base.Redaction;
import dev.talaria.base.VisibleText;
import dev.talaria.cli.terminal.Columns;
import dev.talaria.cli.terminal.Console;
import dev.talaria.cli.terminal.Durations;
import dev.talaria.cli.terminal.Markdown;
import dev.talaria.cli.terminal.MarkdownStream;
import dev.talaria.cli.turn.TurnPrinter;
import dev.talaria.protocol.Item;
import dev.talaria.protocol.PlanStep;
import dev.talaria.session.result.BackgroundCommand;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What each event of a chat looks like. Under the console's lock. */
final class ChatView {

  static final String DIM = "2";
  static final String BOLD = "1";
  static final String RED = "31";
  static final String YELLOW = "33";

  /** What stands before the input. */
  static final String MARK = "› ";

  private static final int LONGEST = 500;
  private static final int LONGEST_NAME = 80;

  /** So many rows of a thought stay. */
  private static final int THOUGHT = 3;

  final StatusLine status;
  final Folds folds;
  private final Console console;
  private final ToolLines tools;

  /** The messages that are streamed, by item, and the thoughts. */
  private final Map<String, MarkdownStream> messages = new HashMap<>();

  private final Map<String, StringBuilder> thoughts = new HashMap<>();
  private String streaming = "";
  private String diff = "";
  private List<PlanStep> plan = List.of();

  ChatView(Console console, Folds folds, ToolLines tools, StatusLine status) {
    this.console = console;
    this.folds = folds;
    this.tools = tools;
    this.status = status;
  }

  /** A line that the person typed. */
  void typed(String line) {
    if (console.echoes()) {
      return;
    }
    console.above("");
    wrapped(BOLD, MARK + VisibleText.of(Redaction.redact(line)));
  }

  /** A line that the person gave to the turn that runs. */
  void steered(String line) {
    wrapped("36", "  ↳ steer: " + VisibleText.of(Redaction.redact(line)));
  }

  /** An answer to the person; may have many lines. */
  void say(String text) {
    wrapped("", VisibleText.of(Redaction.redact(text)));
  }

  /** Something of little weight. */
  void note(String text) {
    wrapped(DIM, VisibleText.of(Redaction.redact(text)));
  }

  /** Something that did not work. */
  void problem(String text) {
    wrapped(RED, VisibleText.bounded(Redaction.redact(text), LONGEST));
  }

  private void wrapped(String code, String text) {
    for (String row : Columns.wrap(text, console.width())) {
      console.above(code, row.stripTrailing());
    }
  }

  void text(String itemId, String delta, boolean reasoning) {
    if (!streaming.equals(itemId)) {
      endStream();
      streaming = itemId;
    }
    if (reasoning) {
      thoughts.computeIfAbsent(itemId, id -> new StringBuilder()).append(delta);
    } else {
      messages.computeIfAbsent(itemId, id -> new MarkdownStream(console)).add(delta);
    }
  }

  /** The rest of what is streamed; that it was stays known until its item is complete. */
  private void endStream() {
    if (messages.containsKey(streaming)) {
      messages.get(streaming).end().forEach(console::above);
    }
    StringBuilder thought = thoughts.get(streaming);
    if (thought != null) {
      folds.show(dim(thought.toString().strip()), THOUGHT, 0, "");
      thought.setLength(0);
    }
    streaming = "";
  }

  private List<String> dim(String text) {
    String unmarked = VisibleText.of(text).replaceAll("\\*\\*(.+?)\\*\\*", "$1");
    return Columns.wrap(unmarked, console.width()).stream()
        .map(row -> console.coloured(DIM, row.stripTrailing()))
        .toList();
  }

  void output(String itemId, String delta) {
    tools.output(itemId, delta);
  }

  void itemStarted(Item item, String indent) {
    if (messages.containsKey(item.id()) && item instanceof Item.AgentMessage) {
      endStream();
      messages.remove(item.id());
      note("  (the message begins again)");
    }
    tools.started(item, indent);
  }

  void itemCompleted(Item item, String indent) {
    if (streaming.equals(item.id())) {
      if (item instanceof Item.Reasoning reasoning && !reasoning.summary().isEmpty()) {
        // Deltas do not say where its parts end.
        thoughts.put(item.id(), new StringBuilder(String.join("\n", reasoning.summary())));
      }
      endStream();
    }
    boolean streamed = messages.remove(item.id()) != null | thoughts.remove(item.id()) != null;
    if (!streamed && item instanceof Item.AgentMessage message && indent.isEmpty()) {
      Markdown.rows(message.text(), console).forEach(console::above);
    } else if (!streamed && item instanceof Item.AgentMessage message) {
      List<String> rows = new ArrayList<>();
      dim(message.text()).forEach(row -> rows.add(indent + row));
      folds.show(rows, THOUGHT, 0, indent);
    } else if (!streamed && item instanceof Item.Reasoning reasoning && indent.isEmpty()) {
      reasoning.summary().forEach(part -> folds.show(dim(part), THOUGHT, 0, ""));
    }
    tools.completed(item, indent);
  }

  /** A sub-agent has begun. */
  void agent(String label, String role, String indent) {
    String as = role.isEmpty() ? "" : ", " + role;
    console.above("36", indent + "  ├ agent " + VisibleText.onOneLine(label + as, LONGEST_NAME));
  }

  void plan(List<PlanStep> latest) {
    if (!latest.equals(plan)) {
      plan = List.copyOf(latest);
      showPlan();
    }
  }

  /** The plan as a list to tick off. */
  void showPlan() {
    if (plan.isEmpty()) {
      note("the model has not made a plan on this thread");
    }
    for (PlanStep step : plan) {
      String mark =
          switch (step.status()) {
            case "completed" -> "[x] ";
            case "inProgress", "in_progress" -> "[>] ";
            default -> "[ ] ";
          };
      String code = mark.equals("[x] ") ? DIM : mark.equals("[>] ") ? BOLD : "";
      wrapped(code, "  " + mark + VisibleText.onOneLine(Redaction.redact(step.step())));
    }
  }

  void itemLeftOpen(Item item) {
    if (streaming.equals(item.id())) {
      endStream();
    }
    tools.leftOpen(item);
  }

  void diff(String latest) {
    diff = latest;
  }

  /** A question is no longer open; one that nobody saw is told. */
  void questionEnded(ApprovalOutcome outcome) {
    tools.answered(outcome.request().origin().itemId());
    if (outcome.decider() == DecisionSource.HANDLER || outcome.applied().isEmpty()) {
      return;
    }
    String word = outcome.applied().get().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String question = ApprovalText.headline(outcome.request());
    String by = VisibleText.onOneLine(Redaction.redact(outcome.by()), LONGEST);
    console.above(YELLOW, "  ! " + word + ": " + question + " (" + by + ")");
  }

  /** Something failed, and Codex tries it again. */
  void retried(TurnError error) {
    String line = "  ~ " + error.message();
    console.above(YELLOW, VisibleText.bounded(Redaction.redact(line), LONGEST));
  }

  void ended(TurnResult result) {
    endStream();
    messages.clear();
    thoughts.clear();
    tools.forget();
    diff = result.diff().isEmpty() ? diff : result.diff();
    if (result.usage() != null) {
      status.usage(result.usage());
    }
    String time = Durations.show(result.duration());
    switch (result.status()) {
      case COMPLETED -> done(" in " + time);
      case INTERRUPTED -> interrupted(" after " + time);
      default -> failed(" after " + time, result.error() == null ? "" : result.error().message());
    }
  }

  /** A command ran on after its turn until its thread was left. */
  void ended(BackgroundCommand command) {
    note(TurnPrinter.line("ended with its thread", command));
  }

  /** A turn was done; {@code time} begins with a blank or is empty, here and below. */
  void done(String time) {
    console.above(DIM, "  done" + time);
  }

  void interrupted(String time) {
    console.above(YELLOW, "  interrupted" + time);
  }

  void failed(String time, String why) {
    String line = "  failed" + time + ": " + (why.isEmpty() ? "no reason was given" : why);
    console.above(RED, VisibleText.bounded(Redaction.redact(line), LONGEST));
  }

  /** What the latest turn that changed something has changed. */
  void showDiff() {
    if (diff.isEmpty()) {
      note("no turn has changed a file since this thread was opened here");
    } else {
      folds.show(DiffColours.rows(diff, "", console), 60, 5, "");
    }
  }

  /** Another thread: nothing of the one before holds for it. */
  void forgetThread() {
    diff = "";
    plan = List.of();
    messages.clear();
    thoughts.clear();
    streaming = "";
    tools.forget();
    status.forgetUsage();
  }

  /**
   * The rows above the input; writes what is complete of what is streamed.
   *
   * @param busy what the chat waits for; empty for nothing
   * @param now what the status says for the moment
   */
  String rows(String busy, String... now) {
    List<String> rows = new ArrayList<>(live());
    List<String> running = tools.rows();
    rows.addAll(running);
    if (!busy.isEmpty() && running.isEmpty()) {
      rows.add("  " + tools.spinner() + " " + console.coloured(DIM, busy));
    }
    rows.add(console.coloured(DIM, status.text(console.width() - 1, now)));
    return String.join("\n", rows) + "\n" + MARK;
  }

  /** The end of what is streamed and not complete. */
  private List<String> live() {
    List<String> rows = List.of();
    if (messages.containsKey(streaming)) {
      messages.get(streaming).settled().forEach(console::above);
      rows = messages.get(streaming).open();
    } else if (thoughts.containsKey(streaming)) {
      rows = dim(thoughts.get(streaming).toString().strip());
    }
    int most = Math.max(3, console.height() / 2 - 4);
    return rows.subList(Math.max(0, rows.size() - most), rows.size());
  }
}
