package dev.talaria.session.goal;

import dev.talaria.base.internal.Limits;
import dev.talaria.protocol.Goal;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** The limits of a goal. Immutable: each method returns a new value. */
public final class GoalOptions {

  private static final GoalOptions DEFAULTS =
      new GoalOptions(OptionalLong.empty(), Optional.empty(), goal -> {});

  private final OptionalLong tokenBudget;
  private final Optional<Duration> timeout;
  private final Consumer<Goal> onProgress;

  private GoalOptions(
      OptionalLong tokenBudget, Optional<Duration> timeout, Consumer<Goal> onProgress) {
    this.tokenBudget = tokenBudget;
    this.timeout = timeout;
    this.onProgress = onProgress;
  }

  /** {@return no limits but those of each turn} */
  public static GoalOptions defaults() {
    return DEFAULTS;
  }

  /**
   * {@return a copy with a budget} Codex counts after each request to the model, and begins no
   * further turn when it is used up; the turn that runs continues to its end.
   *
   * @param most how many tokens may be used for the goal; positive
   * @throws IllegalArgumentException if it is not positive
   */
  public GoalOptions tokenBudget(long most) {
    if (most <= 0) {
      throw new IllegalArgumentException("a token budget must be positive, not " + most);
    }
    return new GoalOptions(OptionalLong.of(most), timeout, onProgress);
  }

  /**
   * {@return a copy with a time limit for all turns together} When it is over, the goal is paused,
   * and then the turn that runs is interrupted.
   *
   * @param limit longer than zero
   */
  public GoalOptions timeout(Duration limit) {
    return new GoalOptions(tokenBudget, Optional.of(Limits.positive("timeout", limit)), onProgress);
  }

  /**
   * {@return a copy with a listener}
   *
   * @param listener receives the goal whenever Codex tells it, on the thread that calls the
   *     session's listeners. What it throws is logged and harms nothing
   */
  public GoalOptions onProgress(Consumer<Goal> listener) {
    return new GoalOptions(tokenBudget, timeout, Objects.requireNonNull(listener, "listener"));
  }

  /** {@return the token budget, if set} */
  public OptionalLong tokenBudget() {
    return tokenBudget;
  }

  /** {@return the time limit, if set} */
  public Optional<Duration> timeout() {
    return timeout;
  }

  /** {@return who receives the goal's progress} */
  public Consumer<Goal> onProgress() {
    return onProgress;
  }
}
