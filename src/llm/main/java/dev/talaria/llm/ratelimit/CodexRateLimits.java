package dev.talaria.llm.ratelimit;

import dev.talaria.llm.ratelimit.RateLimitSignal.Status;
import dev.talaria.protocol.AccountLimits;
import dev.talaria.protocol.AccountLimits.Window;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.session.listener.ConnectionListener;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Makes signals for a governor of what Codex reports of the account's limits ({@code
 * account/rateLimits/updated}).
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
   * is used up is a warning, not a refusal: whether a call passes, the next one shows.
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
}
