// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code GrantedPermissionProfile} of the protocol. */
public final class GrantedPermissionProfile extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public GrantedPermissionProfile(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static GrantedPermissionProfile of() {
    return new GrantedPermissionProfile(Wire.object());
  }

  /** {@return {@code fileSystem}; empty when absent or null} */
  public Optional<AdditionalFileSystemPermissions> fileSystem() {
    return Wire.optional(json(), "fileSystem", AdditionalFileSystemPermissions::new);
  }

  /**
   * Sets {@code fileSystem}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public GrantedPermissionProfile fileSystem(AdditionalFileSystemPermissions value) {
    return new GrantedPermissionProfile(Wire.with(json(), "fileSystem", value));
  }

  /** {@return {@code network}; empty when absent or null} */
  public Optional<AdditionalNetworkPermissions> network() {
    return Wire.optional(json(), "network", AdditionalNetworkPermissions::new);
  }

  /**
   * Sets {@code network}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public GrantedPermissionProfile network(AdditionalNetworkPermissions value) {
    return new GrantedPermissionProfile(Wire.with(json(), "network", value));
  }
}
