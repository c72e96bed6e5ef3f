package dev.talaria.llm;

import dev.talaria.llm.call.CallPacing;
import dev.talaria.llm.ratelimit.RateLimitSignal;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A governor that waits for nothing, unless it is told to, and remembers what it was told. */
final class GovernorProbe extends CallPacing {

  final List<RateLimitSignal> reported = new CopyOnWriteArrayList<>();
  final List<CancellationToken> waited = new CopyOnWriteArrayList<>();
  private final int attempts;
  private final boolean waits;
  volatile boolean paused;
  volatile Instant lastReset;

  GovernorProbe(int attempts, boolean waits) {
    super(null, null);
    this.attempts = attempts;
    this.waits = waits;
  }

  List<RateLimitSignal> rejected() {
    return reported.stream()
        .filter(signal -> signal.status() == RateLimitSignal.Status.REJECTED)
        .toList();
  }

  @Override
  public void waitForReady(CancellationToken token) throws InterruptedException {
    waited.add(token);
    if (paused) {
      CountDownLatch cancelled = new CountDownLatch(1);
      token.onCancel(cancelled::countDown);
      cancelled.await();
      throw new CancellationException("cancelled while it waited");
    }
  }

  @Override
  public void report(RateLimitSignal signal) {
    reported.add(signal);
  }

  @Override
  public int maxAttempts() {
    return attempts;
  }

  @Override
  public boolean waitsUntil(Instant resetAt) {
    lastReset = resetAt;
    return waits;
  }
}
