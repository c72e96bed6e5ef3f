// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code AppsConfig} of the protocol. */
public final class AppsConfig extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AppsConfig(JsonNode json) {
    super(json);
  }

  /** {@return {@code _default}; empty when absent or null} */
  public Optional<AppsDefaultConfig> default_() {
    return Wire.optional(json(), "_default", AppsDefaultConfig::new);
  }
}
