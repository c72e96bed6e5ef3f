package dev.talaria.session.thread;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.appserver.AppServer;
import dev.talaria.appserver.ThreadInbox;
import dev.talaria.appserver.Workers;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.ThreadTurn;
import dev.talaria.protocol.v2.TurnInterruptParams;
import dev.talaria.rpc.ConnectionLostException;
import dev.talaria.rpc.RequestTimeoutException;
import dev.talaria.rpc.peer.RpcError;
import dev.talaria.rpc.peer.RpcRequest;
import dev.talaria.session.turn.SubAgents;
import dev.talaria.session.turn.TurnLookup;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes Codex release a thread that its session has left: a turn that still runs is interrupted,
 * and where Codex can, the thread is unloaded, so that another process may have it.
 *
 * <p>Source: 0.169.0, measured. With {@code thread_unload_delay_secs = 0} in its configuration,
 * which {@link AppServer#launch} sees to, a thread is unloaded as soon as no client is subscribed
 * and no turn runs; {@code thread/closed} follows, and its background commands end. Until then a
 * resume is refused. 0.125.0 and 0.130.0 keep a thread for half an hour, and let other processes
 * have it meanwhile.
 *
 * <p>Runs on the reader thread and the workers; never blocks.
 */
public final class ThreadRelease implements ThreadInbox {

  /** How long Codex may take to answer, and to end what runs in the thread. */
  public static final Duration LIMIT = Duration.ofSeconds(5);

  /** When a thread that is not unloaded is looked at, and looked at again. */
  private static final Duration LOOK = Duration.ofMillis(300);

  /** When a thread is looked at first in which no turn is known to run. */
  private static final Duration LATE_LOOK = Duration.ofSeconds(2);

  private static final Logger log = LoggerFactory.getLogger(ThreadRelease.class);

  /** What became of the thread in the Codex that was left. */
  public enum Outcome {
    /** Codex no longer has it. */
    UNLOADED,
    /** Codex answers, and still has it. */
    LOADED,
    /** Codex does not answer. */
    UNANSWERED
  }

  private final AppServer server;
  private final Workers workers;
  private final String threadId;
  private final boolean unloads;
  private final boolean turnMayRun;
  private final long deadline = System.nanoTime() + LIMIT.toNanos();
  private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

  private ThreadRelease(AppServer server, Workers workers, String threadId, boolean turnMayRun) {
    this.server = server;
    this.workers = workers;
    this.threadId = threadId;
    this.unloads = server.unloadsThreads();
    this.turnMayRun = turnMayRun;
  }

  /**
   * Leaves a thread.
   *
   * @param turnMayRun whether Codex may be at work there
   * @return completes within {@link #LIMIT} or little more, and never exceptionally
   */
  public static CompletableFuture<Outcome> of(
      AppServer server, Workers workers, String threadId, boolean turnMayRun) {
    ThreadRelease release = new ThreadRelease(server, workers, threadId, turnMayRun);
    server.router().add(threadId, release);
    server
        .request("thread/unsubscribe", Map.of("threadId", threadId), JsonNode.class, LIMIT)
        .whenComplete(release::unsubscribed);
    return release.outcome;
  }

  /** Leaves threads as they are; completes in any case. */
  static CompletableFuture<Outcome> unsubscribe(AppServer server, List<String> threadIds) {
    threadIds.forEach(server.router()::remove);
    return CompletableFuture.allOf(
            threadIds.stream()
                .map(
                    id ->
                        server.request(
                            "thread/unsubscribe", Map.of("threadId", id), JsonNode.class, LIMIT))
                .toArray(CompletableFuture<?>[]::new))
        .handle((done, error) -> Outcome.LOADED);
  }

  private void unsubscribed(JsonNode reply, Throwable error) {
    if (error != null) {
      failed(error);
    } else if (reply.path("status").asText().equals("notLoaded")) {
      end(Outcome.UNLOADED);
    } else if (unloads) {
      lookAfter(turnMayRun ? LOOK : LATE_LOOK);
    } else if (turnMayRun) {
      look();
    } else {
      end(Outcome.LOADED);
    }
  }

  private void failed(Throwable error) {
    log.debug("Codex did not confirm that it releases {}", threadId, error);
    end(
        error instanceof RequestTimeoutException
            ? Outcome.UNANSWERED
            : error instanceof ConnectionLostException ? Outcome.UNLOADED : Outcome.LOADED);
  }

  private void lookAfter(Duration delay) {
    try {
      workers
          .timer()
          .schedule(
              () -> workers.executor().execute(this::look),
              delay.toMillis(),
              TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      log.debug("the workers are closed, and the connection with them", e);
      end(Outcome.UNLOADED);
    }
  }

  /** Codex has not unloaded it: a turn runs there, no matter who began it. */
  private void look() {
    if (outcome.isDone()) {
      return;
    }
    if (System.nanoTime() > deadline) {
      end(Outcome.LOADED);
      return;
    }
    TurnLookup.latest(server, threadId).whenComplete(this::looked);
  }

  private void looked(List<ThreadTurn> turns, Throwable error) {
    if (error instanceof RequestTimeoutException || error instanceof ConnectionLostException) {
      failed(error);
      return;
    }
    List<ThreadTurn> running =
        error != null
            ? List.of()
            : turns.stream().filter(turn -> turn.status().equals("inProgress")).toList();
    if (running.isEmpty() && !unloads) {
      end(Outcome.LOADED);
      return;
    }
    running.forEach(
        turn -> server.interruptTurn(TurnInterruptParams.of(threadId, turn.id()), LIMIT));
    lookAfter(LOOK);
  }

  private void end(Outcome what) {
    if (!outcome.isDone()) {
      server.router().remove(threadId);
      outcome.complete(what);
    }
  }

  @Override
  public void notification(ServerNotification notification) {
    // A sub-agent that was being begun when the session was closed.
    SubAgents.namedIn(notification).forEach(this::releaseAgent);
    if (notification instanceof ServerNotification.Unknown unknown
        && unknown.method().equals("thread/closed")) {
      // Not on the reader thread: the waiting caller may call Codex.
      workers.executor().execute(() -> end(Outcome.UNLOADED));
    }
  }

  private void releaseAgent(String agentThreadId) {
    if (server.router().adopt(agentThreadId, this)) {
      of(server, workers, agentThreadId, true);
    }
  }

  @Override
  public void request(RpcRequest request) {
    server.respondError(request.id(), RpcError.methodNotFound(request.method()));
  }

  @Override
  public void lost(ConnectionLostException reason) {
    end(Outcome.UNLOADED);
  }
}
