package dev.talaria.telemetry;

import dev.talaria.protocol.TokenUsage.Counts;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What threads had used when their latest turn ended: Codex tells totals of a thread. Safe for use
 * by many threads; the oldest of more than 10,000 is forgotten.
 */
final class ThreadTotals {

  private static final int MOST = 10_000;

  private final Map<String, Counts> totals =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Counts> eldest) {
          return size() > MOST;
        }
      };

  /** The total of a thread; {@code null} for one that has not ended a turn here. */
  synchronized Counts of(String threadId) {
    return totals.get(threadId);
  }

  synchronized void are(String threadId, Counts total) {
    totals.remove(threadId);
    totals.put(threadId, total);
  }
}
