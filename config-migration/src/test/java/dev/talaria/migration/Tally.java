package dev.talaria.migration;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;

/** Counts how migrations ended, so that a test cannot pass by refusals alone. For one thread. */
final class Tally {

  private final Map<String, Integer> counts = new TreeMap<>();

  void add(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  void requireMostlyMigrated() {
    int refused =
        counts.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith("refused"))
            .mapToInt(Map.Entry::getValue)
            .sum();
    assertTrue(counts.getOrDefault("migrated", 0) > 2 * refused, counts.toString());
  }

  @Override
  public String toString() {
    return counts.toString();
  }
}
