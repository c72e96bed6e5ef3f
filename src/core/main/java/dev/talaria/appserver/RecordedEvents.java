package dev.talaria.appserver;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.talaria.base.ByteLines;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/**
 * Reads the notifications of a recorded session, skipping the many that are not asked for.
 *
 * <p>Belongs to one thread and keeps no more than one line. A line is a message of the app-server,
 * or a wrapper {@code {"t", "dir", "msg"}} of which only those with {@code dir} {@code recv} count,
 * or a header with a member {@code recording}. A line is read only as far as it takes to know its
 * method, and becomes a tree only when it is wanted.
 */
public final class RecordedEvents {

  /** What a reader of a recording gets. */
  public interface Listener {

    /**
     * A wanted notification.
     *
     * @param params null when it has none
     * @return whether to continue reading
     */
    boolean event(String method, JsonNode params);

    /** A line that cannot be read. Lines count from 1. */
    void badLine(long line, String reason);
  }

  private final Set<String> methods;
  private final MethodScanner peek;
  private final int maxLine;
  private final JsonFactory json;
  private final ObjectReader trees;

  /**
   * @param methods the notifications that are wanted
   * @param maxLine how many bytes of a wanted line are accepted
   */
  public RecordedEvents(Set<String> methods, int maxLine) {
    this.methods = methods;
    this.peek = new MethodScanner(methods);
    this.maxLine = maxLine;
    this.json =
        JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(maxLine).build())
            .build();
    this.trees =
        JsonMapper.builder(json)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build()
            .reader();
  }

  /** Reads the stream to its end, or until the listener has had enough. */
  public void read(InputStream in, Listener listener) throws IOException {
    ByteLines lines = new ByteLines(in, maxLine);
    while (lines.next()) {
      if (!lines.isBlank() && !line(lines, listener)) {
        return;
      }
    }
  }

  private boolean line(ByteLines line, Listener listener) {
    try {
      if (!mayBeWanted(line)) {
        if (!line.isCut() && line.lastByte() != '}') {
          listener.badLine(line.number(), "it ends before its JSON object does");
        }
        return true;
      }
      if (line.isCut()) {
        listener.badLine(line.number(), tooLong());
        return true;
      }
      return tree(line, listener);
    } catch (IOException e) {
      // The line is in memory, so this is about its bytes and never about the stream.
      listener.badLine(line.number(), line.isCut() ? tooLong() : why(e));
      return true;
    }
  }

  /** False when the line is surely not wanted; the rest of it is then not looked at. */
  private boolean mayBeWanted(ByteLines line) throws IOException {
    return switch (peek.at(line.buffer(), line.start(), line.start() + line.length())) {
      case WANTED -> true;
      case NOT_WANTED -> false;
      case UNSURE -> parsedIsWanted(line);
    };
  }

  private boolean parsedIsWanted(ByteLines line) throws IOException {
    try (JsonParser parser = json.createParser(line.buffer(), line.start(), line.length())) {
      return parser.nextToken() != JsonToken.START_OBJECT || membersAreWanted(parser, true);
    }
  }

  private boolean membersAreWanted(JsonParser parser, boolean outermost) throws IOException {
    String name;
    while ((name = parser.nextFieldName()) != null) {
      JsonToken value = parser.nextToken();
      if (name.equals("method")) {
        return isWanted(parser, value);
      }
      boolean sent =
          name.equals("dir") && value == JsonToken.VALUE_STRING && !"recv".equals(parser.getText());
      boolean reply = name.equals("result") || name.equals("error");
      if (reply || outermost && (sent || name.equals("recording"))) {
        return false;
      }
      if (outermost && name.equals("msg")) {
        return value != JsonToken.START_OBJECT || membersAreWanted(parser, false);
      }
      parser.skipChildren();
    }
    return false;
  }

  private boolean isWanted(JsonParser parser, JsonToken value) throws IOException {
    return value == JsonToken.VALUE_STRING && methods.contains(parser.getText());
  }

  private boolean tree(ByteLines line, Listener listener) throws IOException {
    JsonNode unwrapped = unwrapped(line);
    if (unwrapped != null) {
      String method = unwrapped.path("method").asText();
      return !methods.contains(method) || listener.event(method, unwrapped.get("params"));
    }
    JsonNode object = parse(line);
    if (!object.isObject()) {
      listener.badLine(line.number(), "it is not a JSON object");
      return true;
    }
    JsonNode message = object;
    if (!object.has("method")) {
      if (!"recv".equals(object.path("dir").asText())) {
        return true;
      }
      message = object.get("msg");
      if (!message.isObject()) {
        listener.badLine(line.number(), "its \"msg\" is not a JSON object");
        return true;
      }
    }
    String method = message.path("method").asText();
    return !methods.contains(method) || listener.event(method, message.get("params"));
  }

  /**
   * The message alone of an ordinary line, whose wrapper is not needed; null when the wrapper does
   * not end right after it, or when anything is wrong.
   */
  private JsonNode unwrapped(ByteLines line) {
    int start = peek.message();
    if (start < 0 || line.buffer()[line.start() + line.length() - 1] != '}') {
      return null;
    }
    try {
      return trees.readTree(line.buffer(), start, line.start() + line.length() - 1 - start);
    } catch (IOException | NumberFormatException e) {
      // In any case, the tree of the whole line finds it again and says where it is.
      return null;
    }
  }

  private JsonNode parse(ByteLines line) throws IOException {
    try {
      return trees.readTree(line.buffer(), line.start(), line.length());
    } catch (NumberFormatException e) {
      // Jackson lets this one through for an exponent that no BigDecimal can have.
      throw new IOException("it has a number that is out of range", e);
    }
  }

  private String tooLong() {
    return "it is longer than " + maxLine + " bytes; a larger heap (java -Xmx) takes longer ones";
  }

  private static String why(IOException e) {
    return e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
  }
}
