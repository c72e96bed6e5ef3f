package dev.talaria.protocol.wire;

import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.ServerNotification.AgentMessageDelta;
import dev.talaria.protocol.ServerNotification.CommandOutputDelta;
import dev.talaria.protocol.ServerNotification.ReasoningDelta;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads the most frequent lines, deltas of texts, without building a tree.
 *
 * <p>Belongs to one thread; each line replaces the previous one. It takes the form in which Codex
 * writes {@code item/agentMessage/delta}, {@code item/reasoning/summaryTextDelta}, {@code
 * item/reasoning/textDelta} and {@code item/commandExecution/outputDelta}; anything that looks
 * different, valid or not, is left to a complete parser. So the two never disagree.
 */
public final class DeltaLine {

  /** What a delta is of. */
  public enum Kind {
    /** A message of the agent. */
    MESSAGE,
    /** The model's reasoning. */
    REASONING,
    /** The output of a command. */
    COMMAND_OUTPUT
  }

  private static final byte[] METHOD = ascii("{\"method\":\"item/");
  private static final byte[] PARAMS = ascii(",\"params\":{");
  private static final byte[] SENT_AT = ascii(",\"emittedAtMs\":");

  private static final byte[] MESSAGE = ascii("agentMessage/delta\"");
  private static final byte[] SUMMARY = ascii("reasoning/summaryTextDelta\"");
  private static final byte[] THOUGHT = ascii("reasoning/textDelta\"");
  private static final byte[] OUTPUT = ascii("commandExecution/outputDelta\"");

  private static final byte[] THREAD_ID = ascii("threadId");
  private static final byte[] TURN_ID = ascii("turnId");
  private static final byte[] ITEM_ID = ascii("itemId");
  private static final byte[] DELTA = ascii("delta");

  private final KnownId threadId = new KnownId();
  private final KnownId turnId = new KnownId();
  private final KnownId itemId = new KnownId();
  private byte[] bytes;
  private int end;
  private int at;
  private Kind kind;
  private int deltaFrom;
  private int deltaTo;
  private boolean deltaEscaped;
  private boolean escaped;

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Looks at a line.
   *
   * @return false if it is not a delta, or has to be read by a complete parser
   */
  public boolean read(byte[] buffer, int start, int length) {
    bytes = buffer;
    at = start;
    end = start + length;
    while (end > start && bytes[end - 1] <= ' ' && bytes[end - 1] >= 0) {
      end--;
    }
    return follows(METHOD)
        && kindFollows()
        && follows(PARAMS)
        && fieldsFollow()
        && nothingFollows();
  }

  /** What the delta is of. */
  public Kind kind() {
    return kind;
  }

  /** The delta's thread. */
  public String threadId() {
    return threadId.text;
  }

  /** The delta's turn. */
  public String turnId() {
    return turnId.text;
  }

  /** The delta as a notification; empty if it has to be read by a complete parser. */
  public Optional<ServerNotification> notification() {
    String delta = new String(bytes, deltaFrom, deltaTo - deltaFrom, StandardCharsets.UTF_8);
    if (delta.indexOf('\uFFFD') >= 0) {
      // Perhaps bytes that are not UTF-8; which of them are bad is not decided here.
      return Optional.empty();
    }
    String text = deltaEscaped ? unescaped(delta) : delta;
    return Optional.of(
        switch (kind) {
          case MESSAGE -> new AgentMessageDelta(threadId(), turnId(), itemId.text, text);
          case REASONING -> new ReasoningDelta(threadId(), turnId(), itemId.text, text);
          case COMMAND_OUTPUT -> new CommandOutputDelta(threadId(), turnId(), itemId.text, text);
        });
  }

  private boolean follows(byte[] expected) {
    int to = at + expected.length;
    if (to > end || !Arrays.equals(bytes, at, to, expected, 0, expected.length)) {
      return false;
    }
    at = to;
    return true;
  }

  private boolean follows(char expected) {
    if (at >= end || bytes[at] != expected) {
      return false;
    }
    at++;
    return true;
  }

  private boolean kindFollows() {
    if (follows(MESSAGE)) {
      kind = Kind.MESSAGE;
    } else if (follows(SUMMARY) || follows(THOUGHT)) {
      kind = Kind.REASONING;
    } else if (follows(OUTPUT)) {
      kind = Kind.COMMAND_OUTPUT;
    } else {
      return false;
    }
    return true;
  }

  private boolean fieldsFollow() {
    int found = 0;
    do {
      int field = fieldFollows();
      if (field < 0) {
        return false;
      }
      found |= field;
    } while (follows(','));
    return found == 0b1111 && follows('}');
  }

  /** Reads one field; a bit for each that matters, 0 for another number, -1 for anything else. */
  private int fieldFollows() {
    int nameFrom = at + 1;
    if (!stringFollows() || escaped) {
      return -1;
    }
    int nameTo = at - 1;
    if (!follows(':')) {
      return -1;
    }
    if (at < end && bytes[at] != '"') {
      boolean known =
          is(THREAD_ID, nameFrom, nameTo)
              || is(TURN_ID, nameFrom, nameTo)
              || is(ITEM_ID, nameFrom, nameTo)
              || is(DELTA, nameFrom, nameTo);
      return !known && numberFollows() ? 0 : -1;
    }
    int from = at + 1;
    if (!stringFollows()) {
      return -1;
    }
    int to = at - 1;
    if (is(DELTA, nameFrom, nameTo)) {
      deltaFrom = from;
      deltaTo = to;
      deltaEscaped = escaped;
      return 0b1000;
    }
    if (escaped) {
      return -1;
    }
    if (is(THREAD_ID, nameFrom, nameTo)) {
      return threadId.take(bytes, from, to) ? 0b0001 : -1;
    }
    if (is(TURN_ID, nameFrom, nameTo)) {
      return turnId.take(bytes, from, to) ? 0b0010 : -1;
    }
    if (is(ITEM_ID, nameFrom, nameTo)) {
      return itemId.take(bytes, from, to) ? 0b0100 : -1;
    }
    return -1;
  }

  private boolean is(byte[] name, int from, int to) {
    return Arrays.equals(bytes, from, to, name, 0, name.length);
  }

  /** Skips a string with its quotes. */
  private boolean stringFollows() {
    escaped = false;
    if (!follows('"')) {
      return false;
    }
    while (at < end) {
      byte next = bytes[at++];
      if (next == '"') {
        return true;
      }
      if (next == '\\') {
        escaped = true;
        if (!escapeFollows()) {
          return false;
        }
      } else if (next >= 0 && next < ' ') {
        return false;
      }
    }
    return false;
  }

  private boolean escapeFollows() {
    byte letter = at < end ? bytes[at++] : 0;
    if (letter != 'u') {
      return "\"\\/bfnrt".indexOf(letter) >= 0;
    }
    int digitsEnd = at + 4;
    while (at < digitsEnd && at < end && Character.digit(bytes[at], 16) >= 0) {
      at++;
    }
    return at == digitsEnd;
  }

  /** A number of one to eighteen digits, without a zero in front. */
  private boolean numberFollows() {
    int from = at;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    int digits = at - from;
    return digits == 1 || digits > 1 && digits <= 18 && bytes[from] != '0';
  }

  private boolean nothingFollows() {
    return (!follows(SENT_AT) || numberFollows()) && follows('}') && at == end;
  }

  private static String unescaped(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    int done = 0;
    for (int slash = text.indexOf('\\'); slash >= 0; slash = text.indexOf('\\', done)) {
      plain.append(text, done, slash);
      char letter = text.charAt(slash + 1);
      done = slash + 2;
      switch (letter) {
        case 'b' -> plain.append('\b');
        case 'f' -> plain.append('\f');
        case 'n' -> plain.append('\n');
        case 'r' -> plain.append('\r');
        case 't' -> plain.append('\t');
        case 'u' -> {
          plain.append((char) Integer.parseInt(text, done, done + 4, 16));
          done += 4;
        }
        default -> plain.append(letter);
      }
    }
    return plain.append(text, done, text.length()).toString();
  }

  /** An id, which is mostly the one of the line before. */
  private static final class KnownId {

    private byte[] encoded = new byte[0];
    private String text = "";

    boolean take(byte[] buffer, int from, int to) {
      if (!Arrays.equals(buffer, from, to, encoded, 0, encoded.length)) {
        encoded = Arrays.copyOfRange(buffer, from, to);
        text = new String(encoded, StandardCharsets.UTF_8);
      }
      return text.indexOf('\uFFFD') < 0;
    }
  }
}
