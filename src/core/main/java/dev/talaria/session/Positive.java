package dev.talaria.session;

import java.time.Duration;

/** Checks of durations that must be positive. */
final class Positive {

  private Positive() {}

  static Duration duration(String name, Duration value) {
    if (value.isZero() || value.isNegative()) {
      throw new IllegalArgumentException(name + " must be positive, not " + value);
    }
    return value;
  }
}
