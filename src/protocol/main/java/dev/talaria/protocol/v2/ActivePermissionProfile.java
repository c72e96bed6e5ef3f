// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code ActivePermissionProfile} of the protocol. */
public final class ActivePermissionProfile extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ActivePermissionProfile(JsonNode json) {
    super(json);
  }

  /**
   * Parent profile identifier from the selected permissions profile's `extends` setting, when
   * present.
   *
   * @return {@code extends}; empty when absent or null
   */
  public Optional<String> extends_() {
    return Wire.optionalText(json(), "extends");
  }

  /**
   * Identifier from `default_permissions` or the implicit built-in default, such as `:workspace`
   * or a user-defined `[permissions.&lt;id&gt;]` profile.
   *
   * @return {@code id}
   */
  public String id() {
    return Wire.text(json(), "id");
  }
}
