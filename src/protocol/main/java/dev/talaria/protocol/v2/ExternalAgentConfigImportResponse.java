// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The result of {@code externalAgentConfig/import}. */
public final class ExternalAgentConfigImportResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ExternalAgentConfigImportResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code importId}} */
  public String importId() {
    return Wire.text(json(), "importId");
  }
}
