package dev.talaria.transcript;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A map that keeps a fixed number of entries and forgets the one that was unused for longest.
 *
 * <p>Not thread-safe.
 *
 * @param <K> compared by {@code equals}
 * @param <V> what is kept for a key
 */
final class RecentKeys<K, V> extends LinkedHashMap<K, V> {

  private static final long serialVersionUID = 1L;

  private final int capacity;

  RecentKeys(int capacity) {
    super(16, 0.75f, true);
    this.capacity = capacity;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > capacity;
  }
}
