package dev.talaria.base.internal;

import java.time.Duration;

/** Checks limits that a host sets. Stateless. */
public final class Limits {

  private Limits() {}

  /**
   * The limit, as it is given.
   *
   * @param name what the message calls it
   * @throws IllegalArgumentException if it is zero or less
   */
  public static Duration positive(String name, Duration limit) {
    if (limit.isZero() || limit.isNegative()) {
      throw new IllegalArgumentException(name + " must be longer than zero, not " + limit);
    }
    return limit;
  }
}
