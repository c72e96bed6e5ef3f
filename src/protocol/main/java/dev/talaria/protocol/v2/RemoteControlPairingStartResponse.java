// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The result of {@code remoteControl/pairing/start}. */
@Experimental
public final class RemoteControlPairingStartResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public RemoteControlPairingStartResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code environmentId}} */
  public String environmentId() {
    return Wire.text(json(), "environmentId");
  }

  /** {@return {@code expiresAt}} */
  public long expiresAt() {
    return Wire.required(json(), "expiresAt", Wire::longInteger);
  }

  /** {@return {@code manualPairingCode}; empty when absent or null} */
  public Optional<String> manualPairingCode() {
    return Wire.optionalText(json(), "manualPairingCode");
  }

  /** {@return {@code pairingCode}} */
  public String pairingCode() {
    return Wire.text(json(), "pairingCode");
  }
}
