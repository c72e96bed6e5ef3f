// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The params of {@code remoteControl/client/revoke}. */
@Experimental
public final class RemoteControlClientsRevokeParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public RemoteControlClientsRevokeParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param clientId {@code clientId}
   * @param environmentId {@code environmentId}
   * @return a value with these fields
   */
  public static RemoteControlClientsRevokeParams of(String clientId, String environmentId) {
    return new RemoteControlClientsRevokeParams(Wire.object("clientId", clientId, "environmentId", environmentId));
  }

  /** {@return {@code clientId}} */
  public String clientId() {
    return Wire.text(json(), "clientId");
  }

  /** {@return {@code environmentId}} */
  public String environmentId() {
    return Wire.text(json(), "environmentId");
  }
}
