package dev.talaria.llm;

import dev.talaria.appserver.ConnectionListener;
import dev.talaria.llm.RateLimitSignal.Status;
import dev.talaria.protocol.AccountLimits;
import dev.talaria.protocol.AccountLimits.Window;
import dev.talaria.protocol.ServerNotification;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Makes signals for a governor of what Codex tells of the account's limits ({@code
 * account/rateLimits/updated}) and of calls that it refused.
 *
 * <p>Safe for use by one notifying thread; a connection notifies in order.
 */
final class CodexRateLimits implements ConnectionListener {

  private final Consumer<RateLimitSignal> governor;
  private final Supplier<Instant> now;
  private AccountLimits limits = AccountLimits.UNKNOWN;

  CodexRateLimits(Consumer<RateLimitSignal> governor, Supplier<Instant> now) {
    this.governor = governor;
    this.now = now;
  }

  @Override
  public void notification(ServerNotification notification) {
    if (AccountLimits.isUpdate(notification)) {
      limits = limits.after(notification);
      used(limits, now.get()).ifPresent(governor);
    }
  }

  /**
   * What the fullest window says; nothing if no window is known, as with an API key. A window that
   * is used up is a warning and no refusal: whether a call passes, the next one shows.
   */
  static Optional<RateLimitSignal> used(AccountLimits limits, Instant now) {
    return limits.windows().stream()
        .filter(window -> !window.isOver(now))
        .max(Comparator.comparingDouble(Window::usedPercent))
        .map(
            window ->
                new RateLimitSignal(
                    RateLimitSignal.CODEX,
                    window.usedPercent() >= 100 ? Status.WARNING : Status.ALLOWED,
                    window.resetsAt(),
                    Optional.empty(),
                    OptionalDouble.of(Math.max(0, Math.min(1, window.usedPercent() / 100))),
                    Optional.of(window.name())));
  }

  /**
   * What a failed call says; nothing if it did not fail on a limit. Codex tells no {@code
   * Retry-After} but in the words of its message ("try again in 1.2s"), which {@link
   * LlmException#retryAt} has; without it the wait is the governor's to choose.
   */
  static Optional<RateLimitSignal> refused(LlmException failure) {
    return switch (failure.kind()) {
      case RATE_LIMIT, OVERLOADED, USAGE_LIMIT ->
          Optional.of(
              new RateLimitSignal(
                  RateLimitSignal.CODEX,
                  Status.REJECTED,
                  failure.retryAt(),
                  Optional.empty(),
                  OptionalDouble.empty(),
                  Optional.of(type(failure))));
      default -> Optional.empty();
    };
  }

  private static String type(LlmException failure) {
    if (failure.kind() == LlmException.Kind.USAGE_LIMIT) {
      return "usage";
    }
    return failure.retryAt().isPresent() ? "rate" : RateLimitGovernor.OPAQUE;
  }
}
