// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The params of {@code remoteControl/pairing/status}. */
@Experimental
public final class RemoteControlPairingStatusParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public RemoteControlPairingStatusParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static RemoteControlPairingStatusParams of() {
    return new RemoteControlPairingStatusParams(Wire.object());
  }

  /** {@return {@code manualPairingCode}; empty when absent or null} */
  public Optional<String> manualPairingCode() {
    return Wire.optionalText(json(), "manualPairingCode");
  }

  /**
   * Sets {@code manualPairingCode}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public RemoteControlPairingStatusParams manualPairingCode(String value) {
    return new RemoteControlPairingStatusParams(Wire.with(json(), "manualPairingCode", value));
  }

  /** {@return {@code pairingCode}; empty when absent or null} */
  public Optional<String> pairingCode() {
    return Wire.optionalText(json(), "pairingCode");
  }

  /**
   * Sets {@code pairingCode}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public RemoteControlPairingStatusParams pairingCode(String value) {
    return new RemoteControlPairingStatusParams(Wire.with(json(), "pairingCode", value));
  }
}
