// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The result of {@code configRequirements/read}. */
public final class ConfigRequirementsReadResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ConfigRequirementsReadResponse(JsonNode json) {
    super(json);
  }

  /**
   * Null if no requirements are configured (e.g. no requirements.toml/MDM entries).
   *
   * @return {@code requirements}; empty when absent or null
   */
  public Optional<ConfigRequirements> requirements() {
    return Wire.optional(json(), "requirements", ConfigRequirements::new);
  }

  /**
   * Whether Fast and Ultra Fast requirements are enforced independently. Older servers omit this
   * field and use Fast mode as a shared speed gate.
   *
   * @return {@code supportsIndependentSpeedModes}; empty when absent or null
   */
  public Optional<Boolean> supportsIndependentSpeedModes() {
    return Wire.optional(json(), "supportsIndependentSpeedModes", Wire::flag);
  }
}
