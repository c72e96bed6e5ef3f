// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** What {@code item/commandExecution/terminalInteraction} tells. */
public final class TerminalInteractionNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public TerminalInteractionNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code itemId}} */
  public String itemId() {
    return Wire.text(json(), "itemId");
  }

  /** {@return {@code processId}} */
  public String processId() {
    return Wire.text(json(), "processId");
  }

  /** {@return {@code stdin}} */
  public String stdin() {
    return Wire.text(json(), "stdin");
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }

  /** {@return {@code turnId}} */
  public String turnId() {
    return Wire.text(json(), "turnId");
  }
}
