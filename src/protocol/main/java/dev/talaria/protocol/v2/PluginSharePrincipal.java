// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code PluginSharePrincipal} of the protocol. */
public final class PluginSharePrincipal extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public PluginSharePrincipal(JsonNode json) {
    super(json);
  }

  /** {@return {@code name}} */
  public String name() {
    return Wire.text(json(), "name");
  }

  /** {@return {@code principalId}} */
  public String principalId() {
    return Wire.text(json(), "principalId");
  }

  /** {@return {@code principalType}} */
  public PluginSharePrincipalType principalType() {
    return Wire.required(json(), "principalType", PluginSharePrincipalType::read);
  }

  /** {@return {@code role}} */
  public PluginSharePrincipalRole role() {
    return Wire.required(json(), "role", PluginSharePrincipalRole::read);
  }
}
