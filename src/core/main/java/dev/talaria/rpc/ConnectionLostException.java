package dev.talaria.rpc;

import dev.talaria.base.TalariaException;

/**
 * The connection ended: the other side closed it or died, writing failed, or this side closed it.
 *
 * <p>Every request that is open at that moment fails with it at once, as does every later one.
 */
public final class ConnectionLostException extends TalariaException {

  private static final long serialVersionUID = 1L;

  /**
   * For a connection that ended without another failure.
   *
   * @param message what happened, to which connection
   */
  public ConnectionLostException(String message) {
    super(message);
  }

  /**
   * For a connection that another failure ended.
   *
   * @param message what happened, to which connection
   * @param cause what failed; {@code null} when unknown
   */
  public ConnectionLostException(String message, Throwable cause) {
    super(message, cause);
  }
}
