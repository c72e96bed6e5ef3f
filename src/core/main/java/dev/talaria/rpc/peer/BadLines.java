package dev.talaria.rpc.peer;

import dev.talaria.base.Redaction;
import dev.talaria.rpc.transport.ReceivedMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The last of what arrived and was not a message, for diagnosis.
 *
 * <p>Written by the reader thread, read by any. Each entry is bounded; it is redacted when read.
 */
final class BadLines {

  private static final int KEPT = 20;
  private static final int BYTES = 200;

  private final Deque<String> ring = new ArrayDeque<>();
  private long count;

  synchronized void add(ReceivedMessage bad) {
    count++;
    if (ring.size() == KEPT) {
      ring.removeFirst();
    }
    ring.addLast(
        new String(bad.buffer(), bad.start(), Math.min(bad.length(), BYTES), StandardCharsets.UTF_8)
            .stripTrailing());
  }

  synchronized long count() {
    return count;
  }

  synchronized List<String> last() {
    return ring.stream().map(Redaction::redact).toList();
  }
}
