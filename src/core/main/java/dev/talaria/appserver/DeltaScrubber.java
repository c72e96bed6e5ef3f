package dev.talaria.appserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Scrubs text that comes in deltas, where a secret may be cut in two.
 *
 * <p>For one thread. Of each item's text the last words are held back until the words after them
 * are known; a message that ends the item is preceded by one with the rest. So the deltas of a
 * recording differ from those on the wire, and make the same text.
 */
final class DeltaScrubber {

  /** "Authorization : Bearer x" are four words. */
  private static final Pattern LAST_WORDS = Pattern.compile("(?:\\S+\\s+){0,4}\\S*\\z");

  private static final int LONGEST_HELD = 16 * 1024;
  private static final String KEY_BEGINS = "-----BEGIN ";
  private static final String KEY_ENDS = "-----END ";

  private final Scrubber scrubber;
  private final Map<String, Held> held = new LinkedHashMap<>();

  /** What is held back of one item, with the message that brought it last. */
  private static final class Held {
    final StringBuilder text = new StringBuilder();
    JsonNode message;
  }

  DeltaScrubber(Scrubber scrubber) {
    this.scrubber = scrubber;
  }

  /** The messages to record for {@code message}, scrubbed. */
  List<JsonNode> scrub(JsonNode message) {
    JsonNode params = message.path("params");
    String method = message.path("method").asText("");
    if (method.endsWith("elta") && params.path("delta").isTextual()) {
      String key =
          String.join(
              "\0", method, params.path("itemId").asText(""), params.path("turnId").asText(""));
      return List.of(delta(held.computeIfAbsent(key, none -> new Held()), message));
    }
    List<JsonNode> messages = new ArrayList<>();
    if (method.equals("item/completed")) {
      release(params.path("item").path("id").asText(""), messages);
    } else if (method.equals("turn/completed")) {
      releaseAll(messages);
    }
    messages.add(scrubber.scrub(message));
    return messages;
  }

  private JsonNode delta(Held item, JsonNode message) {
    item.message = message;
    item.text.append(message.path("params").path("delta").textValue());
    String text = item.text.toString();
    int cut = safeCut(text);
    item.text.delete(0, cut);
    return with(message, text.substring(0, cut));
  }

  /**
   * Where the text can be cut: in front of its last words, which what follows may make a secret of,
   * and where both parts scrubbed are the whole scrubbed.
   */
  private int safeCut(String text) {
    if (text.length() > LONGEST_HELD) {
      return text.length() - LONGEST_HELD / 2;
    }
    int key = text.lastIndexOf(KEY_BEGINS);
    if (key >= 0 && text.indexOf(KEY_ENDS, key) < 0) {
      return key;
    }
    Matcher last = LAST_WORDS.matcher(text);
    int cut = last.find() ? last.start() : 0;
    String whole = scrubber.scrub(text);
    while (cut > 0
        && !whole.equals(
            scrubber.scrub(text.substring(0, cut)) + scrubber.scrub(text.substring(cut)))) {
      cut = wordBefore(text, cut);
    }
    return cut;
  }

  /** Where the word begins that ends before {@code position}. */
  private static int wordBefore(String text, int position) {
    int at = position;
    while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
      at--;
    }
    while (at > 0 && !Character.isWhitespace(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private void release(String itemId, List<JsonNode> messages) {
    for (Iterator<Map.Entry<String, Held>> all = held.entrySet().iterator(); all.hasNext(); ) {
      Map.Entry<String, Held> entry = all.next();
      if (entry.getKey().contains("\0" + itemId + "\0")) {
        add(entry.getValue(), messages);
        all.remove();
      }
    }
  }

  private void releaseAll(List<JsonNode> messages) {
    held.values().forEach(item -> add(item, messages));
    held.clear();
  }

  /** What is still held back when the recording ends. */
  List<JsonNode> rest() {
    List<JsonNode> messages = new ArrayList<>();
    releaseAll(messages);
    return messages;
  }

  private void add(Held item, List<JsonNode> messages) {
    if (item.text.length() > 0) {
      messages.add(with(item.message, item.text.toString()));
    }
  }

  private JsonNode with(JsonNode message, String delta) {
    ObjectNode copy = message.deepCopy();
    ((ObjectNode) copy.path("params")).put("delta", delta);
    return scrubber.scrub(copy);
  }
}
