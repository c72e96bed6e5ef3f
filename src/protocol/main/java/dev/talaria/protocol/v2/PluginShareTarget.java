// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code PluginShareTarget} of the protocol. */
public final class PluginShareTarget extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public PluginShareTarget(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param principalId {@code principalId}
   * @param principalType {@code principalType}
   * @param role {@code role}
   * @return a value with these fields
   */
  public static PluginShareTarget of(String principalId, PluginSharePrincipalType principalType, PluginShareTargetRole role) {
    return new PluginShareTarget(Wire.object("principalId", principalId, "principalType", principalType, "role", role));
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
  public PluginShareTargetRole role() {
    return Wire.required(json(), "role", PluginShareTargetRole::read);
  }
}
