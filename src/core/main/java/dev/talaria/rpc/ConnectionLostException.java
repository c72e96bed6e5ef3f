package dev.talaria.rpc;

import dev.talaria.base.TalariaException;

/**
 * The connection ended: the other side closed it or died, writing failed, or this side closed it.
 *
 * <p>Every request that is open at that moment fails with it at once, as does every later one.
 */
public final class ConnectionLostException extends TalariaException {

  private static final long serialVersionUID = 1L;

  public ConnectionLostException(String message) {
    super(message);
  }

  public ConnectionLostException(String message, Throwable cause) {
    super(message, cause);
  }
}
