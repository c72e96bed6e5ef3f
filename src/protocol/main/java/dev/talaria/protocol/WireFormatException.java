package dev.talaria.protocol;

import dev.talaria.base.TalariaException;

/**
 * A field of a {@link WireValue} is missing, or its JSON is of another type than the schema says.
 */
public final class WireFormatException extends TalariaException {

  private static final long serialVersionUID = 1;

  /**
   * Makes one.
   *
   * @param message names the field and what was expected, never the value
   */
  public WireFormatException(String message) {
    super(message);
  }
}
