package dev.talaria.session;

/**
 * How large a {@link CodexPool} may get. Immutable.
 *
 * @param children how many children there are at most
 * @param maxSessionsPerChild how many sessions are in one child at most; 0.125.0 needs about 13
 *     file descriptors for each
 */
public record PoolOptions(int children, int maxSessionsPerChild) {

  /** Two children with 32 sessions each at most. */
  public static final PoolOptions DEFAULTS = new PoolOptions(2, 32);

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
