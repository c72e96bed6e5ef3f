package dev.talaria.viewer.live;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.viewer.model.ViewItem;
import dev.talaria.viewer.model.ViewSink;
import dev.talaria.viewer.model.ViewThread;
import dev.talaria.viewer.model.ViewTurn;
import dev.talaria.viewer.page.ItemJson;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * What the sessions consist of so far, as the pages need it: the latest state of each thread, turn
 * and item, in the order in which they changed.
 *
 * <p>Safe for use by many threads. A page may come at any time and come back after any event: it
 * gets what has changed since then. When there is more than may be kept, the oldest items that have
 * ended fall out, and the pages are told how many.
 */
final class LiveFeed implements ViewSink {

  private static final long WAIT_MILLIS = 10_000;

  /** Of an item that continues, no more text is kept than this. */
  static final int LONGEST_OPEN = 1024 * 1024;

  private static final int KEPT_GONE = 200;

  /** About how many characters go out at once. */
  private static final int BATCH = 1024 * 1024;

  private static final class Entry {
    final String key;
    final String type;
    long number;
    String json;

    /** Of an item that continues; else null. */
    StringBuilder text;

    List<Integer> texts = List.of();
    long weight;

    Entry(String key, String type) {
      this.key = key;
      this.type = type;
    }
  }

  private final long capacity;
  private final Map<String, Entry> entries = new HashMap<>();
  private final TreeMap<Long, Entry> byNumber = new TreeMap<>();
  private final TreeMap<Long, Entry> ended = new TreeMap<>();
  private final Map<Integer, String> texts = new HashMap<>();
  private final Deque<Entry> gone = new ArrayDeque<>();
  private int textCount;
  private long weight;
  private long last;
  private long fallen;
  private long lacking;
  private boolean over;

  /**
   * @param capacity how many characters of items are kept
   */
  LiveFeed(long capacity) {
    this.capacity = capacity;
  }

  @Override
  public boolean isLive() {
    return true;
  }

  @Override
  public void thread(ViewThread thread) {
    put("thread-" + thread.number(), "thread", thread.toJson());
  }

  @Override
  public void turn(ViewTurn turn) {
    put("turn-" + turn.number(), "turn", turn.toJson());
  }

  @Override
  public synchronized void begun(ViewItem item) {
    Entry entry = item(item, true);
    entry.text = new StringBuilder();
    changed(entry);
  }

  @Override
  public synchronized void more(long number, String delta) {
    Entry entry = entries.get("item-" + number);
    boolean goesOn = entry != null && entry.text != null && entry.text.length() < LONGEST_OPEN;
    // A delta is empty while its words are held back; each change is an event.
    if (goesOn && !delta.isEmpty()) {
      entry.text.append(delta);
      changed(entry);
    }
  }

  @Override
  public synchronized void item(ViewItem item) {
    Entry entry = item(item, false);
    entry.text = null;
    ended.put(item.number(), entry);
    changed(entry);
    shrink();
  }

  /** Under the lock. */
  private Entry item(ViewItem item, boolean open) {
    Entry entry = entries.computeIfAbsent("item-" + item.number(), key -> new Entry(key, "item"));
    forget(entry);
    List<Integer> own = new ArrayList<>();
    StringWriter out = new StringWriter();
    long size = 0;
    try (JsonGenerator json = WireJson.mapper().createGenerator(out)) {
      json.writeStartObject();
      json.writeNumberField("number", item.number());
      json.writeStringField("kind", item.kind().key());
      json.writeNumberField("thread", item.thread());
      json.writeNumberField("turn", item.turn());
      json.writeNumberField("start", item.start());
      json.writeNumberField("took", item.end() - item.start());
      json.writeBooleanField("open", open);
      json.writeFieldName("body");
      new ItemJson(text -> keep(text, own)).write(item.body(), json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (int text : own) {
      size += texts.get(text).length();
    }
    entry.json = out.toString();
    entry.texts = own;
    entry.weight = size + entry.json.length();
    weight += entry.weight;
    return entry;
  }

  private int keep(String text, List<Integer> own) {
    texts.put(textCount, text);
    own.add(textCount);
    return textCount++;
  }

  private void forget(Entry entry) {
    weight -= entry.weight;
    entry.weight = 0;
    entry.texts.forEach(texts::remove);
    byNumber.remove(entry.number);
  }

  private void changed(Entry entry) {
    byNumber.remove(entry.number);
    entry.number = ++last;
    byNumber.put(last, entry);
    notifyAll();
  }

  private void shrink() {
    long before = fallen;
    while (weight > capacity && ended.size() > 1) {
      Entry oldest = ended.pollFirstEntry().getValue();
      forget(oldest);
      entries.remove(oldest.key);
      fallen++;
    }
    if (fallen > before) {
      state();
    }
  }

  /** The connection's queue was full, and this many messages were not seen. */
  synchronized void lacks(long messages) {
    lacking += messages;
    state();
  }

  private void state() {
    put(
        "state",
        "state",
        WireJson.mapper().createObjectNode().put("fallen", fallen).put("lacking", lacking));
  }

  /** Sets the latest state of something. */
  synchronized void put(String key, String type, ObjectNode json) {
    Entry entry = entries.computeIfAbsent(key, none -> new Entry(key, type));
    entry.json = json.toString();
    changed(entry);
  }

  /** Tells the pages something once, and those that come later that it is over. */
  synchronized void remove(String key, ObjectNode json) {
    Entry entry = entries.remove(key);
    if (entry == null) {
      return;
    }
    entry.json = json.toString();
    changed(entry);
    gone.add(entry);
    while (gone.size() > KEPT_GONE) {
      byNumber.remove(gone.remove().number);
    }
  }

  /** A long text; null when it has fallen out. */
  synchronized String text(int number) {
    return texts.get(number);
  }

  /** Nothing comes any more: the streams end. */
  synchronized void end() {
    over = true;
    notifyAll();
  }

  synchronized boolean isOver() {
    return over;
  }

  /** For one page. */
  EventSource source() {
    Map<String, Integer> sent = new HashMap<>();
    return after -> after(after, sent);
  }

  /**
   * @param sent how much text of the items that continue the page has
   */
  private synchronized List<LiveEvent> after(long number, Map<String, Integer> sent)
      throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(WAIT_MILLIS);
    while (last <= number && !over) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        return List.of();
      }
      wait(left);
    }
    List<LiveEvent> events = new ArrayList<>();
    long size = 0;
    for (Entry entry : byNumber.tailMap(number, false).values()) {
      add(entry, sent, events);
      size += events.get(events.size() - 1).json().length();
      if (size > BATCH) {
        break;
      }
    }
    return events;
  }

  private static void add(Entry entry, Map<String, Integer> sent, List<LiveEvent> events) {
    Integer had = sent.remove(entry.key);
    if (entry.text == null || had == null) {
      events.add(new LiveEvent(entry.number, entry.type, entry.json));
    }
    if (entry.text != null) {
      int from = had == null ? 0 : had;
      int length = entry.text.length();
      sent.put(entry.key, length);
      if (length > from) {
        ObjectNode more = WireJson.mapper().createObjectNode();
        more.put("number", Long.parseLong(entry.key.substring("item-".length())));
        more.put("at", from).put("text", entry.text.substring(from));
        events.add(new LiveEvent(entry.number, "text", more.toString()));
      }
    }
  }
}
