package dev.talaria.session;

import dev.talaria.appserver.AppServer;
import dev.talaria.appserver.Workers;
import dev.talaria.base.TalariaException;
import dev.talaria.codex.CodexCapability;
import dev.talaria.codex.CodexVersion;
import dev.talaria.protocol.Item;
import dev.talaria.protocol.ThreadTurn;
import dev.talaria.session.result.Page;
import dev.talaria.session.thread.ThreadFiles;
import dev.talaria.session.thread.ThreadSession;
import dev.talaria.session.turn.KeptTurn;
import dev.talaria.session.turn.TurnFence;
import dev.talaria.session.turn.TurnListeners;
import dev.talaria.session.turn.TurnLookup;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The turns of a session's thread that are found by the keys of their prompts ({@link
 * TurnInput#key}), and followed until they end.
 *
 * <p>Safe for use by many threads. What looks for a turn blocks.
 *
 * <p>Source: {@code thread/turns/list} of 0.136.0 to 0.169.0 with all items. Its {@code summary}
 * has only the first message of the user, and {@code thread/items/list} is not in 0.136.0 and does
 * not report any turn's status.
 */
final class KeyedTurns implements AutoCloseable {

  /** Small enough for turns with much output. */
  private static final int PAGE = 20;

  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** When is looked again. */
  private static final Duration AGAIN = Duration.ofMillis(25);

  private static final Logger log = LoggerFactory.getLogger(KeyedTurns.class);

  private final Workers workers;
  private final SessionOptions options;
  private final Set<KeptTurn> followed = ConcurrentHashMap.newKeySet();
  private final Map<String, String> torn = new ConcurrentHashMap<>();
  private volatile boolean closed;

  KeyedTurns(Workers workers, SessionOptions options) {
    this.workers = workers;
    this.options = options;
  }

  /**
   * @throws RefusedSettingException if this version keeps no keys
   */
  static void check(CodexVersion version) {
    if (!CodexCapability.PROMPT_KEYS.isIn(version)) {
      throw new RefusedSettingException(
          "key",
          ("Codex %s does not keep the key of a prompt, so its turn could not be found again; leave"
                  + " the key out, or use Codex %s or newer")
              .formatted(version, CodexCapability.PROMPT_KEYS.since()),
          null);
    }
  }

  /**
   * Runs a turn, or is the one that has its prompt already. Of the programs that are attached to a
   * server of this machine one at a time looks and sends; the next one looks when the prompt is
   * found by its key.
   */
  void runOnce(ThreadSession on, ResumingTurn turn, Runnable run) {
    String key = turn.input.key().orElseThrow();
    check(on.server().version());
    TurnFence fence = TurnFence.ofKey(on.server(), on.threadId(), key);
    try {
      while (on.server().comesBack() && !fence.tryEnter()) {
        if (turn.isOverWithin(AGAIN)) {
          return;
        }
      }
      Optional<KeptTurn> first = first(on, turn.input, turn.listeners);
      if (first.isPresent()) {
        turn.runAs(first.get());
        return;
      }
      run.run();
      while (on.server().comesBack() && !turn.isOverWithin(AGAIN) && !isKept(on, key)) {
        log.debug("the prompt with the key {} is not in the thread yet", key);
      }
    } finally {
      fence.leave();
    }
  }

  private static boolean isKept(ThreadSession on, String key) {
    try {
      return AppServer.await(
              TurnLookup.latest(on.server(), on.threadId()), TurnLookup.LIMIT.multipliedBy(2))
          .stream()
          .anyMatch(turn -> TurnLookup.hasKey(turn, key));
    } catch (TalariaException e) {
      // Refused before the thread's first turn, and while a connection is lost.
      log.debug("the latest turns of {} are not known yet", on.threadId(), e);
      return false;
    }
  }

  /** The newest turn with this key. */
  Optional<KeptTurn> find(ThreadSession on, String key) {
    return find(on, key, new TurnListeners(on.threadId()));
  }

  /** The turn that has the prompt of this input already. */
  private Optional<KeptTurn> first(ThreadSession on, TurnInput input, TurnListeners listeners) {
    String key = input.key().orElseThrow();
    Optional<KeptTurn> first =
        find(on, key, listeners).or(() -> torn(on, input).map(turn -> follow(on, turn, listeners)));
    first.ifPresent(turn -> input.timeout().or(options::turnTimeout).ifPresent(turn::within));
    return first;
  }

  private Optional<KeptTurn> find(ThreadSession on, String key, TurnListeners listeners) {
    check(on.server().version());
    return look(on, key).map(found -> follow(on, found, listeners));
  }

  private CodexThreads threads(ThreadSession on) {
    return new CodexThreads(on.server(), workers);
  }

  private Optional<ThreadTurn> look(ThreadSession on, String key) {
    return look(on, "do not have the key '" + key + "'", turn -> TurnLookup.hasKey(turn, key));
  }

  /** Empty only when the whole thread was read. */
  private Optional<ThreadTurn> look(ThreadSession on, String notYet, Predicate<ThreadTurn> wanted) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    String cursor = null;
    do {
      Page<ThreadTurn> page = threads(on).turns(on.threadId(), PAGE, cursor);
      Optional<ThreadTurn> found = page.entries().stream().filter(wanted).findFirst();
      if (found.isPresent()) {
        return found;
      }
      cursor = page.nextCursor().orElse(null);
      if (cursor != null && System.nanoTime() > deadline) {
        throw new TalariaException(
            "the newest turns of the thread %s %s, and reading the others takes longer than %d s"
                .formatted(on.threadId(), notYet, LIMIT.toSeconds()));
      }
    } while (cursor != null);
    return Optional.empty();
  }

  /**
   * The thread's latest turn, if Codex was killed when it had written this prompt and not yet its
   * key: the model has it then. Only the text tells, so such a turn counts for one key only.
   */
  private Optional<ThreadTurn> torn(ThreadSession on, TurnInput input) {
    String key = input.key().orElseThrow();
    return threads(on).turns(on.threadId(), 1).entries().stream()
        .filter(turn -> turn.status().equals("interrupted"))
        .filter(turn -> turn.items().stream().noneMatch(Item.UserMessage.class::isInstance))
        .filter(
            turn ->
                ThreadFiles.hasPrompt(
                    on.thread().rolloutPath(), turn.id(), TurnLookup.texts(input.parts())))
        .filter(turn -> key.equals(torn.computeIfAbsent(turn.id(), id -> key)))
        .findFirst();
  }

  private KeptTurn follow(ThreadSession on, ThreadTurn found, TurnListeners listeners) {
    KeptTurn turn =
        new KeptTurn(
            on.threadId(), found.id(), on.server(), workers, listeners, options.maxCommandOutput());
    // By its id: its key may have been lost with the Codex that ran it.
    Supplier<Optional<ThreadTurn>> again =
        () -> look(on, "are not " + found.id(), one -> one.id().equals(found.id()));
    followed.add(turn);
    turn.result().thenRun(() -> followed.remove(turn));
    turn.follow(found, again);
    if (closed) {
      turn.closed();
    }
    return turn;
  }

  /** The session is closed: nothing is followed any more. */
  @Override
  public void close() {
    closed = true;
    followed.forEach(KeptTurn::closed);
  }
}
