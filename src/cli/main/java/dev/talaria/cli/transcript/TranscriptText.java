package dev.talaria.cli.transcript;

import dev.talaria.base.Redaction;
import dev.talaria.base.VisibleText;
import dev.talaria.transcript.Message;
import dev.talaria.transcript.ToolCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;

/**
 * Writes chat messages as a table for people: who speaks on the left, what is said on the right.
 *
 * <p>Not thread-safe, like the target it writes to, which it neither flushes nor closes. A line is
 * at most as wide as asked for, counted in code points. What people wrote and what the model said
 * is wrapped; arguments are cut to one line and tool results to {@value #MAX_RESULT_LINES}, with a
 * mark. Control characters and escape sequences are made visible and secrets are masked.
 */
public final class TranscriptText {

  private static final int MIN_WIDTH = 24;
  private static final int ROLE_WIDTH = 11;
  private static final int MAX_RESULT_LINES = 12;
  private static final int MAX_ARGUMENTS_READ = 4096;
  private static final String CUT = "...";
  private static final String INDENT = "  ";

  private static final String CYAN = "36";
  private static final String GREEN = "32";
  private static final String YELLOW = "33";
  private static final String DIM = "2";
  private static final String NONE = "";

  private final Appendable out;
  private final int columns;
  private final boolean coloured;

  /**
   * @param width of the terminal in columns; less than {@value #MIN_WIDTH} counts as that
   * @param coloured whether the target understands ANSI colours
   */
  public TranscriptText(Appendable out, int width, boolean coloured) {
    this.out = Objects.requireNonNull(out, "out");
    this.columns = Math.max(width, MIN_WIDTH) - ROLE_WIDTH;
    this.coloured = coloured;
  }

  /**
   * Writes the head of the table.
   *
   * @throws UncheckedIOException when the target fails
   */
  public void heading() {
    line("role", "content", DIM, DIM);
    line("-".repeat(ROLE_WIDTH - 1), "-".repeat(columns), DIM, DIM);
  }

  /**
   * Writes one message.
   *
   * @throws UncheckedIOException when the target fails
   */
  public void message(Message message) {
    if (message instanceof Message.User user) {
      text(user.role(), user.content(), CYAN, NONE);
    } else if (message instanceof Message.Assistant assistant) {
      assistant(assistant);
    } else if (message instanceof Message.Tool tool) {
      result(tool.role(), tool.content());
    }
  }

  private void assistant(Message.Assistant assistant) {
    if (!assistant.reasoning().isEmpty()) {
      text("reasoning", assistant.reasoning(), DIM, DIM);
    }
    String role = assistant.role();
    if (!assistant.content().isEmpty() || assistant.toolCalls().isEmpty()) {
      text(role, assistant.content(), GREEN, NONE);
      role = "";
    }
    for (ToolCall call : assistant.toolCalls()) {
      line(role, oneLine(call), GREEN, NONE);
      role = "";
    }
  }

  private String oneLine(ToolCall call) {
    String arguments = start(call.arguments(), MAX_ARGUMENTS_READ);
    return cut(safe("-> " + call.name() + " " + arguments).replace("\n", "\\n"), columns);
  }

  private void text(String role, String content, String roleColour, String colour) {
    String left = role;
    for (String each : new WrappedText(safe(content), columns)) {
      line(left, each, roleColour, colour);
      left = "";
    }
  }

  private void result(String role, String content) {
    int width = columns - INDENT.length();
    // More than can be shown, so that a secret at the end of it is still seen as a whole.
    String shown = startLines(start(content, 2 * MAX_RESULT_LINES * width));
    String left = role;
    int lines = 0;
    for (String each : new WrappedText(safe(trimmedEnd(shown)), width)) {
      if (lines == MAX_RESULT_LINES) {
        line(left, INDENT + cutMark(content), YELLOW, DIM);
        return;
      }
      line(left, INDENT + each, YELLOW, NONE);
      left = "";
      lines++;
    }
    if (shown.length() < content.length()) {
      line(left, INDENT + cutMark(content), YELLOW, DIM);
    }
  }

  private static String cutMark(String content) {
    int length = content.codePointCount(0, content.length());
    return String.format(Locale.ROOT, "[cut: %,d characters in all]", length);
  }

  private void line(String role, String content, String roleColour, String colour) {
    StringBuilder line = new StringBuilder();
    paint(line, role, roleColour);
    if (!content.isEmpty()) {
      line.append(" ".repeat(ROLE_WIDTH - role.length()));
      paint(line, content, colour);
    }
    try {
      out.append(line).append('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("the transcript cannot be written: " + e.getMessage(), e);
    }
  }

  private void paint(StringBuilder line, String text, String colour) {
    if (coloured && !colour.isEmpty() && !text.isEmpty()) {
      line.append("\u001b[").append(colour).append('m').append(text).append("\u001b[0m");
    } else {
      line.append(text);
    }
  }

  private static String safe(String text) {
    return VisibleText.of(Redaction.redact(text));
  }

  private static String trimmedEnd(String text) {
    return text.endsWith("\n") ? text.stripTrailing() : text;
  }

  /** At most the first {@code limit} code points. */
  private static String start(String text, int limit) {
    boolean fits = text.length() <= limit || text.codePointCount(0, text.length()) <= limit;
    return fits ? text : text.substring(0, text.offsetByCodePoints(0, limit));
  }

  /** At most one line more than a result may have. */
  private static String startLines(String text) {
    int end = -1;
    for (int lines = 0; lines <= MAX_RESULT_LINES; lines++) {
      end = text.indexOf('\n', end + 1);
      if (end < 0) {
        return text;
      }
    }
    return text.substring(0, end);
  }

  private static String cut(String text, int width) {
    boolean fits = text.codePointCount(0, text.length()) <= width;
    return fits ? text : start(text, width - CUT.length()) + CUT;
  }
}
