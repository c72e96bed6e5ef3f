package dev.talaria.rpc.transport;

import dev.talaria.base.TalariaException;

/** A server does not want this client, or must not be trusted: to ask again is useless. */
public final class ConnectRefusedException extends TalariaException {

  private static final long serialVersionUID = 1L;

  public ConnectRefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}
