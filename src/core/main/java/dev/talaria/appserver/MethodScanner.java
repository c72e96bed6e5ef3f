package dev.talaria.appserver;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * Looks at the bytes of a line just far enough to know whether its method is wanted.
 *
 * <p>Belongs to one thread. It allocates nothing, and gives up on anything unusual before the
 * method: white space, escapes, characters beyond ASCII, nested values, malformed JSON. A parser
 * must then look at the line.
 */
final class MethodScanner {

  /** What a look at a line gave. */
  enum Verdict {
    WANTED,
    NOT_WANTED,
    UNSURE
  }

  /** There are some sixty methods; names beyond this many are left to the parser. */
  private static final int MAX_NAMES = 256;

  private static final int SLOTS = 4 * MAX_NAMES;

  private static final byte[] METHOD = ascii("method");
  private static final byte[] RESULT = ascii("result");
  private static final byte[] ERROR = ascii("error");
  private static final byte[] RECORDING = ascii("recording");
  private static final byte[] DIR = ascii("dir");
  private static final byte[] RECV = ascii("recv");
  private static final byte[] MSG = ascii("msg");
  private static final int NONE = -1;

  private final Set<String> wanted;
  private final byte[][] names = new byte[SLOTS][];
  private final boolean[] verdicts = new boolean[SLOTS];
  private int known;
  private int message;

  MethodScanner(Set<String> wanted) {
    this.wanted = wanted;
  }

  /** The verdict on the line that starts and ends there. */
  Verdict at(byte[] line, int start, int end) {
    message = NONE;
    if (start >= end || line[start] != '{') {
      return Verdict.UNSURE;
    }
    return members(line, start + 1, end, true);
  }

  /**
   * Where the message of that line begins, if it was seen to be one that was received in a wrapper;
   * negative otherwise.
   */
  int message() {
    return message;
  }

  private Verdict members(byte[] line, int start, int end, boolean outermost) {
    int at = start;
    boolean received = false;
    while (true) {
      int nameEnd = endOfText(line, at, end);
      if (nameEnd == NONE || nameEnd + 2 >= end || line[nameEnd + 1] != ':') {
        return Verdict.UNSURE;
      }
      int name = at + 1;
      int value = nameEnd + 2;
      if (is(METHOD, line, name, nameEnd)) {
        int textEnd = endOfText(line, value, end);
        return textEnd == NONE ? Verdict.UNSURE : isWanted(line, value + 1, textEnd);
      }
      boolean reply = is(RESULT, line, name, nameEnd) || is(ERROR, line, name, nameEnd);
      if (reply || outermost && is(RECORDING, line, name, nameEnd)) {
        return Verdict.NOT_WANTED;
      }
      if (outermost && is(MSG, line, name, nameEnd)) {
        if (line[value] != '{') {
          return Verdict.UNSURE;
        }
        message = received ? value : NONE;
        return members(line, value + 1, end, false);
      }
      int valueEnd = endOfValue(line, value, end);
      if (valueEnd == NONE || valueEnd >= end || line[valueEnd] != ',') {
        return Verdict.UNSURE;
      }
      if (outermost && is(DIR, line, name, nameEnd) && line[value] == '"') {
        if (!is(RECV, line, value + 1, valueEnd - 1)) {
          return Verdict.NOT_WANTED;
        }
        received = true;
      }
      at = valueEnd + 1;
    }
  }

  private Verdict isWanted(byte[] line, int from, int to) {
    int hash = to - from;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + line[i];
    }
    int slot = (hash ^ hash >>> 16) & SLOTS - 1;
    while (names[slot] != null) {
      if (is(names[slot], line, from, to)) {
        return verdicts[slot] ? Verdict.WANTED : Verdict.NOT_WANTED;
      }
      slot = slot + 1 & SLOTS - 1;
    }
    if (known == MAX_NAMES) {
      return Verdict.UNSURE;
    }
    known++;
    names[slot] = Arrays.copyOfRange(line, from, to);
    verdicts[slot] = wanted.contains(new String(names[slot], StandardCharsets.US_ASCII));
    return verdicts[slot] ? Verdict.WANTED : Verdict.NOT_WANTED;
  }

  /** Where the closing quote of a plain text is that opens here. */
  private static int endOfText(byte[] line, int start, int end) {
    if (start >= end || line[start] != '"') {
      return NONE;
    }
    for (int i = start + 1; i < end; i++) {
      byte b = line[i];
      if (b == '"') {
        return i;
      }
      if (b < ' ' || b == '\\') {
        return NONE;
      }
    }
    return NONE;
  }

  /** What follows a plain text or a plain number; any other value is for the parser. */
  private static int endOfValue(byte[] line, int start, int end) {
    if (line[start] == '"') {
      int close = endOfText(line, start, end);
      return close == NONE ? NONE : close + 1;
    }
    int whole = endOfDigits(line, start, end);
    if (whole == start || whole > start + 1 && line[start] == '0') {
      return NONE;
    }
    if (whole == end || line[whole] != '.') {
      return whole;
    }
    int fraction = endOfDigits(line, whole + 1, end);
    return fraction == whole + 1 ? NONE : fraction;
  }

  private static int endOfDigits(byte[] line, int start, int end) {
    int i = start;
    while (i < end && line[i] >= '0' && line[i] <= '9') {
      i++;
    }
    return i;
  }

  private static boolean is(byte[] text, byte[] line, int from, int to) {
    return to - from == text.length && Arrays.equals(text, 0, text.length, line, from, to);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
