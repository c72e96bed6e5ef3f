// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The params of {@code remoteControl/pairing/start}. */
@Experimental
public final class RemoteControlPairingStartParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public RemoteControlPairingStartParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static RemoteControlPairingStartParams of() {
    return new RemoteControlPairingStartParams(Wire.object());
  }

  /** {@return {@code manualCode}; empty when absent or null} */
  public Optional<Boolean> manualCode() {
    return Wire.optional(json(), "manualCode", Wire::flag);
  }

  /**
   * Sets {@code manualCode}.
   *
   * @param value not null
   * @return a copy with it
   */
  public RemoteControlPairingStartParams manualCode(boolean value) {
    return new RemoteControlPairingStartParams(Wire.with(json(), "manualCode", value));
  }
}
