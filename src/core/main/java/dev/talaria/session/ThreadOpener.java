package dev.talaria.session;

import dev.talaria.appserver.AppServer;
import dev.talaria.appserver.Workers;
import dev.talaria.base.Guard;
import dev.talaria.base.TalariaException;
import dev.talaria.protocol.ThreadTurn;
import dev.talaria.protocol.v2.ThreadStartParams;
import dev.talaria.rpc.RpcException;
import dev.talaria.session.result.ResumeReport;
import dev.talaria.session.thread.HistorySeed;
import dev.talaria.session.thread.ThreadFiles;
import dev.talaria.session.thread.ThreadSession;
import dev.talaria.session.turn.TurnLookup;
import dev.talaria.transcript.Message;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens a session's thread on a connection: a new one, or one that Codex has kept. Blocks; {@link
 * #close} may be called by any thread.
 *
 * <p>0.169.0 refuses a thread that another process has still loaded ("already has an active
 * writer"), so a resume is tried again for a while.
 */
final class ThreadOpener {

  private static final Duration OPEN_LIMIT = Duration.ofSeconds(60);

  /** How long a resume waits for the owner of the thread. */
  static final Duration WRITER_LIMIT = Duration.ofSeconds(5);

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Pattern HELD = Pattern.compile("already has an active writer|is closing");
  private static final Logger log = LoggerFactory.getLogger(ThreadOpener.class);

  /**
   * An open thread.
   *
   * @param report {@code null} for a thread that was started and not resumed
   */
  record Opened(ThreadSession session, ResumeReport report) {}

  private final Workers workers;
  private final SessionOptions options;
  private final CountDownLatch closed = new CountDownLatch(1);

  ThreadOpener(Workers workers, SessionOptions options) {
    this.workers = workers;
    this.options = options;
  }

  Opened start(AppServer server) {
    return new Opened(open(server, "", options.params()), null);
  }

  /**
   * @param resumed the thread's id; empty for a new thread
   */
  private ThreadSession open(AppServer server, String resumed, ThreadStartParams params) {
    ThreadSession session = new ThreadSession(server, workers, options, options.handlers());
    if (server.comesBack() && !resumed.isEmpty()) {
      // A turn may run there already.
      session.holdUntilCaughtUp();
    }
    ProfileRequest profile = new ProfileRequest(server, options.permissionProfile());
    session.opened(profile.open(resumed, params, session, OPEN_LIMIT));
    if (session.threadId().isEmpty()) {
      throw new TalariaException(
          "Codex returned no thread id; this version (" + server.version() + ") is not known");
    }
    try {
      profile.check(session.thread());
    } catch (PermissionProfileException e) {
      session.close();
      throw e;
    }
    if (!resumed.isEmpty() && !session.threadId().equals(resumed)) {
      session.close();
      throw new TalariaException(
          "thread/resume of " + resumed + " returned the thread " + session.threadId());
    }
    return session;
  }

  /**
   * Resumes a thread.
   *
   * @param hadTurns whether the thread is known to have had a turn
   * @throws ThreadGoneException if Codex does not have it, or has nothing of it
   * @throws ThreadInUseException if another process does not release it in time
   * @throws IllegalStateException if the session is closed while it waits for the thread
   */
  Opened resume(AppServer server, String threadId, String model, String reason, boolean hadTurns) {
    ThreadStartParams params = model == null ? options.params() : options.params().model(model);
    long deadline = System.nanoTime() + WRITER_LIMIT.toNanos();
    while (true) {
      try {
        ThreadSession session = open(server, threadId, params);
        String rollout = session.thread().rolloutPath();
        List<ThreadTurn> latest = latest(session);
        Optional<ThreadTurn> last = latest.stream().findFirst();
        if (server.comesBack()) {
          session.caughtUp(latest);
        }
        if ((hadTurns || last.isPresent() || options.history().isPresent())
            && ThreadFiles.isBare(rollout)) {
          session.close();
          throw new ThreadGoneException(
              threadId, "its rollout " + rollout + " holds none of its turns");
        }
        return new Opened(session, new ResumeReport(threadId, threadId, reason, last));
      } catch (RpcException e) {
        if (ThreadGoneException.isSaidBy(e)) {
          throw new ThreadGoneException(threadId, e);
        }
        if (!HELD.matcher(e.error()).find()) {
          throw e;
        }
        if (System.nanoTime() > deadline) {
          throw inUse(server, threadId, e);
        }
        pause();
      }
    }
  }

  private static ThreadInUseException inUse(AppServer server, String threadId, RpcException e) {
    String home = server.server().codexHome() == null ? "" : server.server().codexHome();
    return new ThreadInUseException(
        threadId,
        "in "
            + ThreadFiles.holder(home, threadId)
            + ", and Codex lets one process at a time have it: close it there, and resume again",
        e);
  }

  /** A new thread instead of one that is gone, with what the host remembers of it. */
  Opened replace(AppServer server, ThreadGoneException gone, String reason) {
    List<Message> history =
        options
            .history()
            .map(
                record ->
                    Guard.of("the host's history")
                        .call(() -> List.copyOf(record.get()), ThreadOpener::withoutHistory))
            .orElse(List.of());
    ThreadStartParams params = options.params();
    ThreadSession session =
        open(
            server,
            "",
            params.developerInstructions(
                HistorySeed.with(params.developerInstructions().orElse(null), history)));
    return new Opened(
        session,
        new ResumeReport(
            session.threadId(),
            gone.threadId(),
            reason.isEmpty() ? gone.getMessage() : reason + "; " + gone.getMessage(),
            Optional.empty()));
  }

  private static List<Message> withoutHistory(Throwable failure) {
    throw new TalariaException(
        "the host's history could not be read: " + Guard.words(failure), failure);
  }

  private List<ThreadTurn> latest(ThreadSession session) {
    AppServer server = session.server();
    try {
      return AppServer.await(
          server.comesBack()
              ? TurnLookup.many(server, workers, session.threadId())
              : TurnLookup.latest(server, session.threadId()),
          TurnLookup.LIMIT.multipliedBy(2));
    } catch (TalariaException e) {
      log.info("Codex did not report the last turn of {}: {}", session.threadId(), e.getMessage());
      return List.of();
    }
  }

  /** The session is closed: no more tries. */
  void close() {
    closed.countDown();
  }

  private void pause() {
    try {
      if (closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException(
            "the session was closed while it waited for its thread to be free");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TalariaException("interrupted while waiting for a thread to be free", e);
    }
  }
}
