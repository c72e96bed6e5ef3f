// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** The result of {@code externalAgentConfig/import/readHistories}. */
public final class ExternalAgentConfigImportHistoriesReadResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ExternalAgentConfigImportHistoriesReadResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code connectors}} */
  public List<ExternalAgentImportedConnectorCandidate> connectors() {
    return Wire.list(json(), "connectors", ExternalAgentImportedConnectorCandidate::new);
  }

  /** {@return {@code data}} */
  public List<ExternalAgentConfigImportHistory> data() {
    return Wire.list(json(), "data", ExternalAgentConfigImportHistory::new);
  }
}
