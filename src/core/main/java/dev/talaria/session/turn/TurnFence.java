package dev.talaria.session.turn;

import dev.talaria.appserver.AppServer;
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
 * Lets one program at a time of this machine look at a thread of a server, and start a turn there:
 * Codex has no request that does both. It would give a second prompt to a turn that runs, and takes
 * a prompt twice that has the same key. A lock file in the {@code CODEX_HOME}; where that is not on
 * this machine, there is no fence.
 *
 * <p>For one thread at a time. It does not wait.
 */
public final class TurnFence {

  private static final Logger log = LoggerFactory.getLogger(TurnFence.class);

  /** So many locks do for all: two threads, or keys, with one lock wait for each other a moment. */
  private static final int LOCKS = 64;

  private static final String FOLDER = ".talaria-turns";

  private final Path file;
  private ProcessLock held;

  private TurnFence(AppServer server, String kind, String what) {
    String home = server.server() == null ? null : server.server().codexHome();
    this.file =
        home == null || !Files.isDirectory(Path.of(home))
            ? null
            : Path.of(home, FOLDER, kind + Math.floorMod(what.hashCode(), LOCKS) + ".lock");
  }

  /** From the question whether a turn runs to the start of one. */
  static TurnFence ofThread(AppServer server, String threadId) {
    return new TurnFence(server, "", threadId);
  }

  /** From the search for a key to the prompt that has it. */
  public static TurnFence ofKey(AppServer server, String threadId, String key) {
    return new TurnFence(server, "key-", threadId + key);
  }

  /** Whether it is ours now, or there is none. */
  public boolean tryEnter() {
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
  public void leave() {
    if (held != null) {
      held.close();
      held = null;
    }
  }
}
