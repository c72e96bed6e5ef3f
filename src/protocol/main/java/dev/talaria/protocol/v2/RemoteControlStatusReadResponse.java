// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The result of {@code remoteControl/status/read}. */
@Experimental
public final class RemoteControlStatusReadResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public RemoteControlStatusReadResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code environmentId}; empty when absent or null} */
  public Optional<String> environmentId() {
    return Wire.optionalText(json(), "environmentId");
  }

  /** {@return {@code installationId}} */
  public String installationId() {
    return Wire.text(json(), "installationId");
  }

  /** {@return {@code serverName}} */
  public String serverName() {
    return Wire.text(json(), "serverName");
  }

  /** {@return {@code status}} */
  public RemoteControlConnectionStatus status() {
    return Wire.required(json(), "status", RemoteControlConnectionStatus::read);
  }
}
