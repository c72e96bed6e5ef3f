// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code ExternalAgentDetectedConnectorCandidate} of the protocol. */
public final class ExternalAgentDetectedConnectorCandidate extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ExternalAgentDetectedConnectorCandidate(JsonNode json) {
    super(json);
  }

  /** {@return {@code name}} */
  public String name() {
    return Wire.text(json(), "name");
  }

  /** {@return {@code sessionCount}} */
  public long sessionCount() {
    return Wire.required(json(), "sessionCount", Wire::longInteger);
  }

  /** {@return {@code source}} */
  public ExternalAgentDetectedConnectorSource source() {
    return Wire.required(json(), "source", ExternalAgentDetectedConnectorSource::read);
  }
}
