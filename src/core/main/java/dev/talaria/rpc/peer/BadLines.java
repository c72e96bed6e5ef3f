package dev.talaria.rpc.peer;

import dev.talaria.base.ByteLines;
import dev.talaria.base.Redaction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The last lines that were not messages, for diagnosis.
 *
 * <p>Written by the reader thread, read by any. Each entry is bounded; it is redacted when read.
 */
final class BadLines {

  private static final int KEPT = 20;
  private static final int BYTES = 200;

  private final Deque<String> ring = new ArrayDeque<>();
  private long count;

  synchronized void add(ByteLines line) {
    count++;
    if (ring.size() == KEPT) {
      ring.removeFirst();
    }
    ring.addLast(
        new String(
                line.buffer(), line.start(), Math.min(line.length(), BYTES), StandardCharsets.UTF_8)
            .stripTrailing());
  }

  synchronized long count() {
    return count;
  }

  synchronized List<String> last() {
    return ring.stream().map(Redaction::redact).toList();
  }
}
