package dev.talaria.llm;

import dev.talaria.session.Codex;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How calls keep to the provider's limits: as the governor of their run says, if they have one;
 * else nothing waits and nothing is tried again.
 *
 * <p>Safe for use by many threads.
 */
final class CallPacing {

  private final Optional<RateLimit> governor;
  private final Codex codex;

  /**
   * The pacing of calls on this Codex.
   *
   * @param governor {@code null} for none
   */
  CallPacing(RateLimit governor, Codex codex) {
    this.governor = Optional.ofNullable(governor);
    this.codex = codex;
  }

  /**
   * Waits out a pause.
   *
   * @throws java.util.concurrent.CancellationException if the token is cancelled, now or meanwhile
   */
  void waitForReady(CancellationToken token) throws InterruptedException {
    if (governor.isPresent()) {
      governor.get().waitForReady(token);
    }
  }

  /** How often a call may be tried, the first time included. */
  int maxAttempts() {
    return governor.map(RateLimit::maxRetryAttempts).orElse(1);
  }

  /** Tells the governor what failed, and whether that is worth another attempt. */
  boolean passesLater(LlmException failure) {
    boolean later =
        governor.isPresent()
            && switch (failure.kind()) {
              case RATE_LIMIT, OVERLOADED -> true;
              case USAGE_LIMIT -> failure.retryAt().map(governor.get()::waitsUntil).orElse(false);
              default -> false;
            };
    if (later) {
      governor
          .get()
          .report(
              new RateLimitSignal(
                  RateLimitSignal.CODEX,
                  RateLimitSignal.Status.REJECTED,
                  failure.retryAt(),
                  Optional.empty(),
                  OptionalDouble.empty(),
                  Optional.of(
                      failure.retryAt().isPresent() ? failure.kind().jsonName() : "opaque")));
    }
    return later;
  }

  /** Tells the governor that a call was answered. */
  void passed() {
    governor.ifPresent(
        limit -> limit.report(CodexRateLimits.passed(codex.accountLimits(), Instant.now())));
  }
}
