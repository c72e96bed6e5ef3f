package dev.talaria.rpc;

import dev.talaria.base.TalariaException;
import java.time.Duration;

/**
 * A request got no answer within its time limit; a late answer is ignored.
 *
 * <p>Whether the other side carried the request out is unknown.
 */
public final class RequestTimeoutException extends TalariaException {

  private static final long serialVersionUID = 1L;

  /** The method that was called. */
  private final String method;

  /**
   * For a request whose time is over.
   *
   * @param method the method that was called
   * @param limit how long the request waited
   */
  public RequestTimeoutException(String method, Duration limit) {
    super(
        "%s got no answer within %s ms; the other side may be busy or stuck"
            .formatted(method, limit.toMillis()));
    this.method = method;
  }

  /** {@return the method that was called} */
  public String method() {
    return method;
  }
}
