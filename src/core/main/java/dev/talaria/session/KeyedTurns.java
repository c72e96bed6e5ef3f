package dev.talaria.session;

import dev.talaria.base.TalariaException;
import dev.talaria.codex.CodexCapability;
import dev.talaria.codex.CodexVersion;
import dev.talaria.protocol.ThreadTurn;
import dev.talaria.session.turn.TurnLookup;
import java.time.Duration;
import java.util.Optional;

/**
 * Finds the turn of a thread that has a prompt with a key ({@link TurnInput#key}). Blocks; pure
 * functions.
 *
 * <p>Source: {@code thread/turns/list} of 0.140.0 to 0.169.0 with all items. Its {@code summary}
 * has only the first message of the user, and {@code thread/items/list} is not in 0.140.0 and tells
 * no turn's status.
 */
final class KeyedTurns {

  /** Small enough for turns with much output. */
  private static final int PAGE = 20;

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private KeyedTurns() {}

  /**
   * @throws RefusedSettingException if this version keeps no keys
   */
  static void check(CodexVersion version) {
    if (!CodexCapability.PROMPT_KEYS.isIn(version)) {
      throw new RefusedSettingException(
          "key",
          "Codex "
              + version
              + " does not keep the key of a prompt, so its turn could not be found again;"
              + " leave the key out, or use Codex 0.140.0 or newer",
          null);
    }
  }

  /**
   * The newest turn with this key; empty only when the whole thread was read.
   *
   * @throws TalariaException if Codex refuses or does not answer, or a thread is too long
   */
  static Optional<ThreadTurn> find(CodexThreads threads, String threadId, String key) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    String cursor = null;
    do {
      Page<ThreadTurn> page = threads.turns(threadId, PAGE, cursor);
      Optional<ThreadTurn> found =
          page.entries().stream().filter(turn -> TurnLookup.hasKey(turn, key)).findFirst();
      if (found.isPresent()) {
        return found;
      }
      cursor = page.nextCursor().orElse(null);
      if (cursor != null && System.nanoTime() > deadline) {
        throw new TalariaException(
            "the key '%s' was not found in the newest turns of the thread %s, and reading the others takes longer than %s"
                .formatted(key, threadId, LIMIT));
      }
    } while (cursor != null);
    return Optional.empty();
  }
}
