package dev.talaria.session.result;

import java.util.List;
import java.util.Optional;

/**
 * One page of a list of Codex. Immutable.
 *
 * @param <T> a thread or a turn
 * @param entries what it holds, in Codex's order
 * @param nextCursor what to ask the next page with; empty when this is the last
 */
public record Page<T>(List<T> entries, Optional<String> nextCursor) {
  /**
   * For tests of what reads pages.
   *
   * @param entries copied
   * @param nextCursor empty for the last page
   */
  public Page {
    entries = List.copyOf(entries);
  }
}
