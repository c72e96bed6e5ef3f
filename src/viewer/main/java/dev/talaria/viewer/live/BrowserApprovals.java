package dev.talaria.viewer.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.base.DaemonThreads;
import dev.talaria.base.Guard;
import dev.talaria.protocol.wire.WireJson;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Approvals that wait for a click, and perhaps for somebody else at the same time: the first answer
 * counts.
 *
 * <p>Safe for use by many threads. Each has an id that nobody can guess; an answer names the id of
 * what was shown and counts once. An approval that only a browser can answer is declined when no
 * page was open for some time.
 */
final class BrowserApprovals implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(BrowserApprovals.class);
  private static final DaemonThreads THREADS = DaemonThreads.named("talaria-viewer-approval");

  private record Pending(
      ApprovalRequest request,
      boolean shared,
      CompletableFuture<ApprovalDecision> decision,
      AtomicReference<String> by) {

    boolean complete(ApprovalDecision answer, String who, Runnable before) {
      if (decision.isDone() || !by.compareAndSet(null, who)) {
        return false;
      }
      try {
        before.run();
      } finally {
        decision.complete(answer); // nobody else can: it is claimed
      }
      return !decision.isCompletedExceptionally();
    }
  }

  /** Says who has decided, before Codex is told. */
  interface Deciders {
    void decided(ApprovalRequest request, String who);
  }

  private final LiveFeed feed;
  private final BooleanSupplier watched;
  private final Duration patience;
  private final boolean interactive;
  private final Deciders deciders;
  private final Map<String, Pending> pending = new ConcurrentHashMap<>();
  private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, THREADS);

  /**
   * @param watched whether a page is open
   * @param patience for how long none may be
   */
  BrowserApprovals(
      LiveFeed feed,
      boolean interactive,
      BooleanSupplier watched,
      Duration patience,
      Deciders deciders) {
    this.feed = feed;
    this.interactive = interactive;
    this.watched = watched;
    this.patience = patience;
    this.deciders = deciders;
    timer.setRemoveOnCancelPolicy(true);
  }

  /** Asks the browser, and the other one, if there is one, at the same time. */
  ApprovalHandler handler(Optional<ApprovalHandler> other) {
    if (!interactive) {
      return other.orElse(ApprovalHandler.declineAll());
    }
    return request -> {
      String id = Access.random();
      Pending one =
          new Pending(
              request, other.isPresent(), new CompletableFuture<>(), new AtomicReference<>());
      pending.put(id, one);
      feed.put("ask-" + id, "ask", Choices.shown(id, request));
      one.decision().whenComplete((decision, failure) -> over(id, one));
      other.ifPresentOrElse(handler -> race(handler, one), () -> watch(one));
      return one.decision();
    };
  }

  private void over(String id, Pending one) {
    pending.remove(id);
    String by = one.by().get();
    ObjectNode gone = WireJson.mapper().createObjectNode().put("id", id).put("gone", true);
    feed.remove("ask-" + id, gone.put("by", by == null ? "" : by));
  }

  private void decide(Pending one, ApprovalDecision decision, String who) {
    one.complete(decision, who, () -> deciders.decided(one.request(), who));
  }

  private void race(ApprovalHandler handler, Pending one) {
    Thread thread = THREADS.newThread(() -> ask(handler, one));
    one.decision().whenComplete((decision, failure) -> thread.interrupt());
    thread.start();
  }

  /** On a thread of its own, which is interrupted when somebody else has answered. */
  private void ask(ApprovalHandler handler, Pending one) {
    Guard guard = Guard.of("the approval handler that the viewer asks as well");
    CompletionStage<ApprovalDecision> working =
        guard.call(() -> handler.decide(one.request()), CompletableFuture::failedFuture);
    guard
        .follow(working)
        .whenComplete(
            (decision, failure) -> {
              boolean given = failure == null && decision != null;
              decide(one, given ? decision : ApprovalDecision.decline(), "the handler of the host");
            });
    if (working != null) {
      one.decision().whenComplete((decision, failure) -> guard.cancel(working));
    }
  }

  /** Declines when no page was open for too long. */
  private void watch(Pending one) {
    long step = Math.max(1, Math.min(1000, patience.toMillis() / 4));
    long[] unwatched = {0};
    Consumer<ScheduledFuture<?>> untilDecided =
        check -> one.decision().whenComplete((decision, failure) -> check.cancel(false));
    untilDecided.accept(
        timer.scheduleWithFixedDelay(
            () -> {
              unwatched[0] = watched.getAsBoolean() ? 0 : unwatched[0] + step;
              if (unwatched[0] >= patience.toMillis()) {
                log.info("declined, because no page of the viewer is open: {}", one.request());
                decide(
                    one,
                    ApprovalDecision.decline(),
                    "the viewer, because none of its pages was open");
              }
            },
            step,
            step,
            TimeUnit.MILLISECONDS));
  }

  /** All of what is asked; empty when it is no longer asked. */
  Optional<ApprovalRequest> request(String id) {
    return Optional.ofNullable(pending.get(id)).map(Pending::request);
  }

  /**
   * An answer of a page.
   *
   * @param before receives the request if this is the answer that counts, before Codex is told
   * @return false when somebody was faster, or it is no longer asked
   * @throws IllegalArgumentException if it is not one of the answers
   */
  boolean answer(String id, JsonNode answer, Consumer<ApprovalRequest> before) {
    Pending one = pending.get(id);
    if (one == null) {
      return false;
    }
    ApprovalDecision decision = Choices.decision(one.request(), answer);
    return one.complete(
        decision,
        "the browser",
        () -> {
          deciders.decided(one.request(), "the browser");
          before.accept(one.request());
        });
  }

  /** Declines what only a browser could answer. */
  @Override
  public void close() {
    timer.shutdownNow();
    pending.values().stream()
        .filter(one -> !one.shared())
        .forEach(one -> decide(one, ApprovalDecision.decline(), "the closed viewer"));
  }
}
