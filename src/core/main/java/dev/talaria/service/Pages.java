package dev.talaria.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the pages of a list, one after the other. */
final class Pages {

  private Pages() {}

  /**
   * All elements.
   *
   * @param page the page at a cursor; the first one at {@code null}
   */
  static <R, T> List<T> all(
      Function<String, R> page,
      Function<R, List<T>> elements,
      Function<R, Optional<String>> nextCursor) {
    List<T> all = new ArrayList<>();
    String cursor = null;
    do {
      R result = page.apply(cursor);
      all.addAll(elements.apply(result));
      cursor = nextCursor.apply(result).orElse(null);
    } while (cursor != null);
    return List.copyOf(all);
  }
}
