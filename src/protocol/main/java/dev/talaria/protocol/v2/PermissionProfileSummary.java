// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code PermissionProfileSummary} of the protocol. */
public final class PermissionProfileSummary extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public PermissionProfileSummary(JsonNode json) {
    super(json);
  }

  /**
   * Whether the effective requirements allow selecting this profile.
   *
   * @return {@code allowed}
   */
  public boolean allowed() {
    return Wire.required(json(), "allowed", Wire::flag);
  }

  /**
   * Optional user-facing description for display in clients.
   *
   * @return {@code description}; empty when absent or null
   */
  public Optional<String> description() {
    return Wire.optionalText(json(), "description");
  }

  /**
   * Available permission profile identifier.
   *
   * @return {@code id}
   */
  public String id() {
    return Wire.text(json(), "id");
  }
}
