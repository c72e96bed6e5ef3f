// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code InAppBrowserRequirements} of the protocol. */
public final class InAppBrowserRequirements extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public InAppBrowserRequirements(JsonNode json) {
    super(json);
  }

  /** {@return {@code allowExternalBrowserSettingsImport}; empty when absent or null} */
  public Optional<Boolean> allowExternalBrowserSettingsImport() {
    return Wire.optional(json(), "allowExternalBrowserSettingsImport", Wire::flag);
  }
}
