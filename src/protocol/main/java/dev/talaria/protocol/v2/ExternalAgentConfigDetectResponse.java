// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** The result of {@code externalAgentConfig/detect}. */
public final class ExternalAgentConfigDetectResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ExternalAgentConfigDetectResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code connectors}; empty also when absent or null} */
  public List<ExternalAgentDetectedConnectorCandidate> connectors() {
    return Wire.list(json(), "connectors", ExternalAgentDetectedConnectorCandidate::new);
  }

  /** {@return {@code items}} */
  public List<ExternalAgentConfigMigrationItem> items() {
    return Wire.list(json(), "items", ExternalAgentConfigMigrationItem::new);
  }
}
