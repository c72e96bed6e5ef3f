// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** Reasoning settings interpreted by the backend for the routed model. */
public final class ConfigurationReasoning extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ConfigurationReasoning(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param effort {@code effort}
   * @return a value with these fields
   */
  public static ConfigurationReasoning of(String effort) {
    return new ConfigurationReasoning(Wire.object("effort", effort));
  }

  /** {@return {@code effort}} */
  public String effort() {
    return Wire.text(json(), "effort");
  }
}
