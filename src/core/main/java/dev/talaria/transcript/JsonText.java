package dev.talaria.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.StreamSupport;

/**
 * Writes JSON as Python's {@code json.dumps(value, ensure_ascii=False)} does, since hosts compare
 * transcripts byte by byte.
 *
 * <p>One instance writes one text; the static methods are safe for use by many threads. A limit
 * counts code points and ends the work, so that a short excerpt of a huge value is cheap. The
 * nesting of the value is not limited.
 */
final class JsonText {

  /** Python compares strings by code point, Java by UTF-16 unit. */
  private static final Comparator<String> CODE_POINT_ORDER = JsonText::compareCodePoints;

  private final StringBuilder out = new StringBuilder();
  private final Deque<Container> open = new ArrayDeque<>();
  private final boolean sorted;
  private int room;

  private JsonText(boolean sorted, int room) {
    this.sorted = sorted;
    this.room = room;
  }

  /** The whole text with keys in wire order. */
  static String of(JsonNode value) {
    return new JsonText(false, Integer.MAX_VALUE).write(value);
  }

  /** The whole text with the keys of every object sorted. */
  static String sorted(JsonNode value) {
    return new JsonText(true, Integer.MAX_VALUE).write(value);
  }

  /** The first {@code limit} code points of {@link #of}. */
  static String cut(JsonNode value, int limit) {
    return new JsonText(false, limit).write(value);
  }

  private String write(JsonNode root) {
    value(root);
    while (!open.isEmpty() && room > 0) {
      Container container = open.peek();
      if (container.members.hasNext()) {
        if (!container.first) {
          raw(", ");
        }
        container.first = false;
        Entry<String, JsonNode> member = container.members.next();
        if (container.object) {
          quoted(member.getKey());
          raw(": ");
        }
        value(member.getValue());
      } else {
        raw(container.object ? "}" : "]");
        open.pop();
      }
    }
    return out.toString();
  }

  private void value(JsonNode value) {
    if (value.isObject()) {
      raw("{");
      open.push(new Container(true, fields(value)));
    } else if (value.isArray()) {
      raw("[");
      open.push(new Container(false, elements(value)));
    } else if (value.isNumber()) {
      raw(number(value));
    } else if (value.isBoolean()) {
      raw(value.asText());
    } else if (value.isNull() || value.isMissingNode()) {
      raw("null");
    } else {
      quoted(value.asText());
    }
  }

  private Iterator<Entry<String, JsonNode>> fields(JsonNode object) {
    if (!sorted) {
      return object.properties().iterator();
    }
    return object.properties().stream()
        .sorted(Entry.comparingByKey(CODE_POINT_ORDER))
        .toList()
        .iterator();
  }

  private static Iterator<Entry<String, JsonNode>> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(element -> Map.entry("", element))
        .iterator();
  }

  private static String number(JsonNode value) {
    if (value.isIntegralNumber()) {
      return value.asText();
    }
    if (value.isBigDecimal()) {
      return value.decimalValue().toString().toLowerCase(Locale.ROOT);
    }
    String text = value.asText();
    return text.indexOf('E') < 0
        ? text
        : new BigDecimal(text).stripTrailingZeros().toString().toLowerCase(Locale.ROOT);
  }

  private void quoted(String text) {
    raw("\"");
    for (int i = 0; i < text.length() && room > 0; ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      switch (c) {
        case '"' -> raw("\\\"");
        case '\\' -> raw("\\\\");
        case '\n' -> raw("\\n");
        case '\r' -> raw("\\r");
        case '\t' -> raw("\\t");
        case '\f' -> raw("\\f");
        case '\b' -> raw("\\b");
        default -> {
          if (c < 0x20) {
            raw(String.format(Locale.ROOT, "\\u%04x", c));
          } else {
            out.appendCodePoint(c);
            room--;
          }
        }
      }
    }
    raw("\"");
  }

  /** Appends ASCII text as far as there is room. */
  private void raw(String ascii) {
    int length = Math.min(room, ascii.length());
    out.append(ascii, 0, length);
    room -= length;
  }

  private static int compareCodePoints(String left, String right) {
    int common = Math.min(left.length(), right.length());
    for (int i = 0; i < common; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        return Integer.compare(rank(a), rank(b));
      }
    }
    return Integer.compare(left.length(), right.length());
  }

  /** Where a UTF-16 unit stands when surrogates sort above the rest of the basic plane. */
  private static int rank(char unit) {
    return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
  }

  private static final class Container {
    final boolean object;
    final Iterator<Entry<String, JsonNode>> members;
    boolean first = true;

    Container(boolean object, Iterator<Entry<String, JsonNode>> members) {
      this.object = object;
      this.members = members;
    }
  }
}
