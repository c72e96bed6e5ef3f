// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** What {@code model/rerouted} tells. */
public final class ModelReroutedNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ModelReroutedNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code fromModel}} */
  public String fromModel() {
    return Wire.text(json(), "fromModel");
  }

  /** {@return {@code reason}} */
  public ModelRerouteReason reason() {
    return Wire.required(json(), "reason", ModelRerouteReason::read);
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }

  /** {@return {@code toModel}} */
  public String toModel() {
    return Wire.text(json(), "toModel");
  }

  /** {@return {@code turnId}} */
  public String turnId() {
    return Wire.text(json(), "turnId");
  }
}
