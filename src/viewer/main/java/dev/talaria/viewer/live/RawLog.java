package dev.talaria.viewer.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.protocol.wire.WireJson;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The latest messages of all connections, as they were on the wire but masked.
 *
 * <p>Safe for use by many threads. The oldest fall out: by their number, and by their size.
 */
final class RawLog {

  private static final long WAIT_MILLIS = 10_000;

  /** So much of a message is told at once; the rest is asked for. */
  private static final int HEAD = 1000;

  private static final int BATCH = 500;
  private static final int UNANSWERED = 10_000;

  private record Raw(
      long number,
      long millis,
      boolean sent,
      String method,
      String id,
      long answers,
      double took,
      String json) {

    LiveEvent event() {
      ObjectNode told = WireJson.mapper().createObjectNode();
      told.put("n", number).put("t", millis).put("sent", sent).put("method", method).put("id", id);
      if (answers > 0) {
        told.put("answers", answers).put("took", took);
      }
      told.put("chars", json.length());
      told.put("head", json.substring(0, Math.min(HEAD, json.length())));
      return new LiveEvent(number, "raw", told.toString());
    }
  }

  private record Request(long number, double seconds, String method) {}

  private final int most;
  private final long capacity;
  private final Deque<Raw> kept = new ArrayDeque<>();
  private final Map<String, Request> open =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Request> eldest) {
          return size() > UNANSWERED;
        }
      };
  private long size;
  private long last;
  private boolean over;

  /**
   * @param most how many messages are kept
   * @param capacity how many characters of them
   */
  RawLog(int most, long capacity) {
    this.most = most;
    this.capacity = capacity;
  }

  /**
   * Adds a line of a recording.
   *
   * @param connection which of them it is, with the time at which its lines begin
   */
  synchronized void add(String connection, long epoch, JsonNode line) {
    JsonNode message = line.path("msg");
    if (most == 0 || !message.isObject()) {
      return;
    }
    boolean sent = line.path("dir").asText().equals("send");
    double seconds = line.path("t").asDouble();
    String id = message.has("id") ? message.path("id").asText() : "";
    String method = message.path("method").asText("");
    long answers = 0;
    double took = 0;
    if (!method.isEmpty() && !id.isEmpty()) {
      open.put(key(connection, sent, id), new Request(last + 1, seconds, method));
    } else if (method.isEmpty()) {
      Request request = open.remove(key(connection, !sent, id));
      if (request != null) {
        answers = request.number();
        method = request.method();
        took = (seconds - request.seconds()) * 1000;
      }
    }
    long millis = epoch + Math.round(seconds * 1000);
    Raw raw = new Raw(++last, millis, sent, method, id, answers, took, message.toString());
    kept.add(raw);
    size += raw.json().length();
    while (kept.size() > most || size > capacity && kept.size() > 1) {
      size -= kept.remove().json().length();
    }
    notifyAll();
  }

  private static String key(String connection, boolean sent, String id) {
    return connection + (sent ? ">" : "<") + id;
  }

  /** A whole message; null when it has fallen out. */
  synchronized String text(long number) {
    for (Raw raw : kept) {
      if (raw.number() == number) {
        return raw.json();
      }
    }
    return null;
  }

  /** The numbers of the messages that have a text in them, in upper or lower case. */
  ArrayNode search(String words) {
    List<Raw> all;
    synchronized (this) {
      all = List.copyOf(kept);
    }
    String wanted = words.toLowerCase(Locale.ROOT);
    ArrayNode found = WireJson.mapper().createArrayNode();
    for (Raw raw : all) {
      if (raw.json().toLowerCase(Locale.ROOT).contains(wanted)) {
        found.add(raw.number());
      }
    }
    return found;
  }

  synchronized void end() {
    over = true;
    notifyAll();
  }

  synchronized List<LiveEvent> after(long number) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(WAIT_MILLIS);
    while (last <= number && !over) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        return List.of();
      }
      wait(left);
    }
    List<LiveEvent> events = new ArrayList<>();
    for (Raw raw : kept) {
      if (raw.number() > number && events.size() < BATCH) {
        events.add(raw.event());
      }
    }
    return events;
  }
}
