// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** Managed storage settings for new Desktop workspaces, not filesystem access restrictions. */
public final class ApplicationStorageRequirements extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ApplicationStorageRequirements(JsonNode json) {
    super(json);
  }

  /** {@return {@code defaultProjectParent}; empty when absent or null} */
  public Optional<String> defaultProjectParent() {
    return Wire.optionalText(json(), "defaultProjectParent");
  }

  /** {@return {@code projectlessWorkspaceRoot}; empty when absent or null} */
  public Optional<String> projectlessWorkspaceRoot() {
    return Wire.optionalText(json(), "projectlessWorkspaceRoot");
  }
}
