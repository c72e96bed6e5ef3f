package dev.talaria.session;

/**
 * How large a {@link CodexPool} may grow. Immutable.
 *
 * @param children how many connections there are at most, each with a Codex process of its own
 * @param maxSessionsPerChild how many sessions are on one connection at most; 0.125.0 needs about
 *     13 file descriptors for each
 */
public record PoolOptions(int children, int maxSessionsPerChild) {

  /** Two connections with 32 sessions each at most. */
  public static final PoolOptions DEFAULTS = new PoolOptions(2, 32);

  /**
   * Bounds that differ from {@link #DEFAULTS}.
   *
   * @param children at least 1
   * @param maxSessionsPerChild at least 1
   * @throws IllegalArgumentException if a bound is not positive
   */
  public PoolOptions {
    if (children < 1) {
      throw new IllegalArgumentException("children must be positive, not " + children);
    }
    if (maxSessionsPerChild < 1) {
      throw new IllegalArgumentException(
          "maxSessionsPerChild must be positive, not " + maxSessionsPerChild);
    }
  }
}
