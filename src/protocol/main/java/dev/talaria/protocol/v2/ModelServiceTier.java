// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code ModelServiceTier} of the protocol. */
public final class ModelServiceTier extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ModelServiceTier(JsonNode json) {
    super(json);
  }

  /** {@return {@code description}} */
  public String description() {
    return Wire.text(json(), "description");
  }

  /** {@return {@code id}} */
  public String id() {
    return Wire.text(json(), "id");
  }

  /** {@return {@code name}} */
  public String name() {
    return Wire.text(json(), "name");
  }
}
