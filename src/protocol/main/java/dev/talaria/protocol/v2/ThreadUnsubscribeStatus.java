// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** {@code ThreadUnsubscribeStatus} of the protocol. */
public enum ThreadUnsubscribeStatus implements WireEnum {
  /** {@code notLoaded}. */
  NOT_LOADED("notLoaded"),
  /** {@code notSubscribed}. */
  NOT_SUBSCRIBED("notSubscribed"),
  /** {@code unsubscribed}. */
  UNSUBSCRIBED("unsubscribed"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  ThreadUnsubscribeStatus(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return Wire.sent(wire);
  }

  /**
   * {@return the constant of a string}
   *
   * @param json a string
   */
  public static ThreadUnsubscribeStatus read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
