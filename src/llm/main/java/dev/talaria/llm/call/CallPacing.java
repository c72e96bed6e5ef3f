package dev.talaria.llm.call;

import dev.talaria.llm.CancellationToken;
import dev.talaria.llm.LlmException;
import dev.talaria.llm.ratelimit.RateLimitGovernor;
import dev.talaria.llm.ratelimit.RateLimitSignal;
import dev.talaria.session.Codex;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How calls keep to the provider's limits: as the governor of their run says, if they have one;
 * else nothing waits and nothing is tried again.
 *
 * <p>Safe for use by many threads. Open for tests.
 */
public class CallPacing implements AutoCloseable {

  private final RateLimitGovernor governor;
  private final RateLimitGovernor.Subscription following;

  /**
   * The pacing of calls on this Codex, whose limits are reported to the governor until this is
   * closed.
   *
   * @param governor {@code null} for none
   */
  public CallPacing(RateLimitGovernor governor, Codex codex) {
    this.governor = governor;
    this.following = governor == null ? () -> {} : governor.follow(codex);
  }

  /**
   * Waits out a pause.
   *
   * @throws java.util.concurrent.CancellationException if the token is cancelled, now or meanwhile
   */
  public void waitForReady(CancellationToken token) throws InterruptedException {
    if (governor != null) {
      governor.waitForReady(token);
    }
  }

  /** How often a call may be tried, the first time included. */
  public int maxAttempts() {
    return governor == null ? 1 : governor.maxRetryAttempts();
  }

  /** Whether a limit that is reset then is worth waiting for. */
  public boolean waitsUntil(Instant resetAt) {
    return governor != null && governor.waitsUntil(resetAt);
  }

  /** Reports a signal to the governor. */
  public void report(RateLimitSignal signal) {
    if (governor != null) {
      governor.report(signal);
    }
  }

  /** Reports a failed call, and returns whether it is worth another attempt. */
  final boolean reportFailure(LlmException failure) {
    boolean later =
        switch (failure.kind()) {
          case RATE_LIMIT, OVERLOADED -> true;
          case USAGE_LIMIT -> failure.retryAt().map(this::waitsUntil).orElse(false);
          default -> false;
        };
    if (later) {
      report(
          new RateLimitSignal(
              RateLimitSignal.CODEX,
              RateLimitSignal.Status.REJECTED,
              failure.retryAt(),
              Optional.empty(),
              OptionalDouble.empty(),
              Optional.of(failure.retryAt().isPresent() ? failure.kind().jsonName() : "opaque")));
    }
    return later;
  }

  /** Reports that a call was answered. */
  final void reportSuccess(Codex codex) {
    report(RateLimitSignal.of(codex.accountLimits(), Instant.now()));
  }

  @Override
  public final void close() {
    following.close();
  }
}
