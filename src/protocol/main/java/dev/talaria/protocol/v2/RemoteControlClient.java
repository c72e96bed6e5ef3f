// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code RemoteControlClient} of the protocol. */
@Experimental
public final class RemoteControlClient extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public RemoteControlClient(JsonNode json) {
    super(json);
  }

  /** {@return {@code appVersion}; empty when absent or null} */
  public Optional<String> appVersion() {
    return Wire.optionalText(json(), "appVersion");
  }

  /** {@return {@code clientId}} */
  public String clientId() {
    return Wire.text(json(), "clientId");
  }

  /** {@return {@code deviceModel}; empty when absent or null} */
  public Optional<String> deviceModel() {
    return Wire.optionalText(json(), "deviceModel");
  }

  /** {@return {@code deviceType}; empty when absent or null} */
  public Optional<String> deviceType() {
    return Wire.optionalText(json(), "deviceType");
  }

  /** {@return {@code displayName}; empty when absent or null} */
  public Optional<String> displayName() {
    return Wire.optionalText(json(), "displayName");
  }

  /** {@return {@code lastSeenAt}; empty when absent or null} */
  public Optional<Long> lastSeenAt() {
    return Wire.optional(json(), "lastSeenAt", Wire::longInteger);
  }

  /** {@return {@code osVersion}; empty when absent or null} */
  public Optional<String> osVersion() {
    return Wire.optionalText(json(), "osVersion");
  }

  /** {@return {@code platform}; empty when absent or null} */
  public Optional<String> platform() {
    return Wire.optionalText(json(), "platform");
  }
}
