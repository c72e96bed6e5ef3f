package dev.talaria.durable;

import dev.talaria.base.TalariaException;

/**
 * The machine or the home of a thread is lost permanently, as the host knows: it is not tried
 * again. Thrown by the host's {@link CodexEndpoints}.
 */
public final class PlaceLostException extends TalariaException {

  private static final long serialVersionUID = 1L;

  /**
   * Says that a place is lost.
   *
   * @param place where threads lived
   * @param why how the host knows
   */
  public PlaceLostException(ThreadPlace place, String why) {
    super("%s on %s is lost: %s".formatted(place.home(), place.machine(), why));
  }
}
