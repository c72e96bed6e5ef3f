// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code RequestPermissionProfile} of the protocol. */
public final class RequestPermissionProfile extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public RequestPermissionProfile(JsonNode json) {
    super(json);
  }

  /** {@return {@code fileSystem}; empty when absent or null} */
  public Optional<AdditionalFileSystemPermissions> fileSystem() {
    return Wire.optional(json(), "fileSystem", AdditionalFileSystemPermissions::new);
  }

  /** {@return {@code network}; empty when absent or null} */
  public Optional<AdditionalNetworkPermissions> network() {
    return Wire.optional(json(), "network", AdditionalNetworkPermissions::new);
  }
}
