package dev.talaria.llm.ratelimit;

import dev.talaria.protocol.AccountLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a provider reports about its limits. Immutable.
 *
 * @param provider whose limits they are, such as {@code codex}
 * @param status whether requests pass
 * @param resetAt when the limit is reset, if it is known
 * @param retryAfter how long to wait, if it is known
 * @param utilization how much of the limit is used, 0 to 1, if it is known
 * @param type which limit it is, if it is known
 */
public record RateLimitSignal(
    String provider,
    Status status,
    Optional<Instant> resetAt,
    Optional<Duration> retryAfter,
    OptionalDouble utilization,
    Optional<String> type) {

  /** The provider of everything that this package sends. */
  public static final String CODEX = "codex";

  /** Whether the provider accepts requests. */
  public enum Status {
    /** They pass. */
    ALLOWED,
    /** They pass, but the limit is near. */
    WARNING,
    /** One was refused. */
    REJECTED
  }

  /**
   * Checks the components.
   *
   * @param provider not null
   * @param status not null
   * @param resetAt not null
   * @param retryAfter not null
   * @param utilization not null
   * @param type not null
   */
  public RateLimitSignal {
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(resetAt, "resetAt");
    Objects.requireNonNull(retryAfter, "retryAfter");
    Objects.requireNonNull(utilization, "utilization");
    Objects.requireNonNull(type, "type");
  }

  /**
   * {@return a signal without details}
   *
   * @param provider whose limits they are, such as {@link #CODEX}
   * @param status whether requests pass
   */
  public static RateLimitSignal of(String provider, Status status) {
    return new RateLimitSignal(
        provider,
        status,
        Optional.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        Optional.empty());
  }

  /**
   * {@return what Codex has reported of its account's limits, as a program that runs turns of its
   * own reports it to a governor after one that succeeded: that requests pass, and how much is used
   * if that is known}
   *
   * @param limits what was reported so far
   * @param now the current time; a window that has started again by then does not count
   */
  public static RateLimitSignal of(AccountLimits limits, Instant now) {
    return CodexRateLimits.used(limits, now).orElse(of(CODEX, Status.ALLOWED));
  }
}
