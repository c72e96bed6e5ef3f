package dev.talaria.session.turn;

import dev.talaria.base.internal.OwnFiles;
import dev.talaria.base.internal.ProcessLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one program at a time of this machine look whether a turn runs in a thread of a server, and
 * start one: Codex has no request that does both, and would give a second prompt to the first turn.
 * A lock file in the {@code CODEX_HOME}; where that is not on this machine, there is no fence.
 *
 * <p>Mailbox only. It does not wait.
 */
final class TurnFence {

  private static final Logger log = LoggerFactory.getLogger(TurnFence.class);

  /** So many locks do for all threads: two threads with one lock wait for each other a moment. */
  private static final int LOCKS = 64;

  private static final String FOLDER = ".talaria-turns";

  private final Path file;
  private ProcessLock held;

  /**
   * @param home the server's, as it says; {@code null} if it does not
   */
  TurnFence(String home, String threadId) {
    this.file =
        home == null || !Files.isDirectory(Path.of(home))
            ? null
            : Path.of(home, FOLDER, Math.floorMod(threadId.hashCode(), LOCKS) + ".lock");
  }

  /** Whether it is ours now, or there is none. */
  boolean tryEnter() {
    if (held != null || file == null) {
      return true;
    }
    try {
      if (Files.notExists(file.getParent())) {
        Files.createDirectories(file.getParent(), OwnFiles.mode(file.getParent(), OwnFiles.FOLDER));
      }
      Optional<ProcessLock> lock = ProcessLock.acquire(file, Duration.ZERO);
      held = lock.orElse(null);
      return lock.isPresent();
    } catch (IOException e) {
      log.warn("turns of this machine's programs are not kept apart: {}", e.toString());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Lets the next one in. */
  void leave() {
    if (held != null) {
      held.close();
      held = null;
    }
  }
}
