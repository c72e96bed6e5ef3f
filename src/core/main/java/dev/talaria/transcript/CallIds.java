package dev.talaria.transcript;

import java.util.HashSet;
import java.util.Set;

/**
 * Makes the ids that tie a tool call to its result: the same events give the same ids.
 *
 * <p>Not thread-safe. An item without an id gets a digest of its kind; the first one of a kind gets
 * the digest alone, any other one also its number among all items without an id, so that no two of
 * them collide. The memory of kinds is bounded; a kind beyond it always gets the number.
 */
final class CallIds {

  private static final int MAX_KINDS = 1024;
  private static final int DIGEST_LENGTH = 16;

  private final Set<String> kinds = new HashSet<>();
  private long itemsWithoutId;

  String of(String kind, String itemId) {
    if (!itemId.isEmpty()) {
      return "codex_" + kind + "_" + itemId;
    }
    itemsWithoutId++;
    String digest = Sha256.hex(kind).substring(0, DIGEST_LENGTH);
    boolean first = kinds.size() < MAX_KINDS && kinds.add(digest);
    String id = "codex_" + kind + "_" + digest;
    return first ? id : id + "_" + itemsWithoutId;
  }
}
