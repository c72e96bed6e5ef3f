// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** What {@code externalAgentConfig/import/progress} tells. */
public final class ExternalAgentConfigImportProgressNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ExternalAgentConfigImportProgressNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code importId}} */
  public String importId() {
    return Wire.text(json(), "importId");
  }

  /** {@return {@code itemTypeResults}} */
  public List<ExternalAgentConfigImportTypeResult> itemTypeResults() {
    return Wire.list(json(), "itemTypeResults", ExternalAgentConfigImportTypeResult::new);
  }
}
