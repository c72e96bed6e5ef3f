package dev.talaria.cli.chat;

import dev.talaria.approval.ApprovalOutcome;
import dev.talaria.approval.ApprovalText;
import dev.talaria.approval.DecisionSource;
import dev.talaria.base.Redaction;
import dev.talaria.base.VisibleText;
import dev.talaria.cli.terminal.Durations;
import dev.talaria.cli.turn.TurnPrinter;
import dev.talaria.protocol.Item;
import dev.talaria.session.result.BackgroundCommand;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What each event of a chat looks like. For whoever holds the terminal. */
final class ChatView {

  static final String DIM = "2";
  static final String BOLD = "1";
  static final String RED = "31";
  static final String YELLOW = "33";

  private static final int LONGEST = 500;

  final StatusLine status;
  private final ChatScreen screen;
  private final ToolLines tools;

  /** The texts that are streamed, by item. */
  private final Map<String, StreamedText> streams = new HashMap<>();

  private String streaming = "";
  private String diff = "";

  ChatView(ChatScreen screen, ToolLines tools, StatusLine status) {
    this.screen = screen;
    this.tools = tools;
    this.status = status;
  }

  /** A line that the person typed. */
  void typed(String line) {
    screen.reply("", "");
    screen.reply(BOLD, LineEditor.MARK + VisibleText.of(Redaction.redact(line)));
  }

  /** A line that the person gave to the turn that runs. */
  void steered(String line) {
    screen.reply("36", "  ↳ steer: " + VisibleText.of(Redaction.redact(line)));
  }

  /** An answer to the person; may have many lines. */
  void say(String text) {
    screen.reply("", VisibleText.of(Redaction.redact(text)));
  }

  /** Something of little weight. */
  void note(String text) {
    screen.reply(DIM, VisibleText.of(Redaction.redact(text)));
  }

  /** Something that did not work. */
  void problem(String text) {
    screen.reply(RED, VisibleText.bounded(Redaction.redact(text), LONGEST));
  }

  void text(String itemId, String delta, boolean reasoning) {
    if (!streaming.equals(itemId)) {
      endStream();
      streaming = itemId;
    }
    StreamedText text = streams.computeIfAbsent(itemId, id -> new StreamedText());
    screen.stream(reasoning ? DIM : "", text.add(delta));
  }

  private void endStream() {
    StreamedText text = streams.get(streaming);
    if (text != null) {
      screen.stream(screen.style(), text.end());
    }
    screen.endLine();
    streaming = "";
  }

  void itemStarted(Item item) {
    if (streams.containsKey(item.id()) && item instanceof Item.AgentMessage) {
      endStream();
      streams.remove(item.id());
      note("  (the message begins anew)");
    }
    tools.started(item);
  }

  void itemCompleted(Item item) {
    boolean streamed = streams.containsKey(item.id());
    if (streaming.equals(item.id())) {
      endStream();
    }
    streams.remove(item.id());
    if (!streamed && item instanceof Item.AgentMessage message) {
      screen.line("", VisibleText.of(message.text()));
    } else if (!streamed && item instanceof Item.Reasoning reasoning) {
      reasoning.summary().forEach(part -> screen.line(DIM, VisibleText.of(part)));
    }
    tools.completed(item);
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
    screen.line(YELLOW, "  ! " + word + ": " + question + " (" + by + ")");
  }

  /** Something failed, and Codex tries it again. */
  void retried(TurnError error) {
    String line = "  ~ " + error.message();
    screen.line(YELLOW, VisibleText.bounded(Redaction.redact(line), LONGEST));
  }

  void ended(TurnResult result) {
    endStream();
    streams.clear();
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

  /** A command went on behind its turn until its thread was left. */
  void ended(BackgroundCommand command) {
    note(TurnPrinter.line("ended with its thread", command));
  }

  /** A turn was done; {@code time} begins with a blank or is empty, here and below. */
  void done(String time) {
    screen.line(DIM, "  done" + time);
  }

  void interrupted(String time) {
    screen.line(YELLOW, "  interrupted" + time);
  }

  void failed(String time, String why) {
    String line = "  failed" + time + ": " + (why.isEmpty() ? "no reason was given" : why);
    screen.line(RED, VisibleText.bounded(Redaction.redact(line), LONGEST));
  }

  /** What the latest turn that changed something has changed. */
  void showDiff() {
    screen.endLine();
    if (diff.isEmpty()) {
      note("no turn has changed a file since this thread was opened here");
    } else {
      DiffColours.show(diff, screen);
    }
  }

  /** Another thread: nothing of the one before holds for it. */
  void forgetThread() {
    diff = "";
    status.forgetUsage();
  }

  /**
   * Writes what is new, and the rows below it.
   *
   * @param busy what the chat waits for; empty for nothing
   */
  void paint(LineEditor editor, String busy) {
    int width = screen.width();
    List<String> rows = new ArrayList<>(tools.rows());
    if (!busy.isEmpty() && rows.isEmpty()) {
      rows.add("  " + tools.spinner() + " " + screen.coloured(DIM, busy));
    }
    rows.add(screen.coloured(DIM, status.text(width - 1)));
    screen.paint(rows, editor.row(width), editor.column(width));
  }
}
