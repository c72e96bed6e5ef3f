// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The result of {@code remoteControl/pairing/status}. */
@Experimental
public final class RemoteControlPairingStatusResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public RemoteControlPairingStatusResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code claimed}} */
  public boolean claimed() {
    return Wire.required(json(), "claimed", Wire::flag);
  }
}
