// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** {@code ExternalAgentConfigImportTypeResult} of the protocol. */
public final class ExternalAgentConfigImportTypeResult extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ExternalAgentConfigImportTypeResult(JsonNode json) {
    super(json);
  }

  /** {@return {@code failures}} */
  public List<ExternalAgentConfigImportItemTypeFailure> failures() {
    return Wire.list(json(), "failures", ExternalAgentConfigImportItemTypeFailure::new);
  }

  /** {@return {@code itemType}} */
  public ExternalAgentConfigMigrationItemType itemType() {
    return Wire.required(json(), "itemType", ExternalAgentConfigMigrationItemType::read);
  }

  /** {@return {@code successes}} */
  public List<ExternalAgentConfigImportItemTypeSuccess> successes() {
    return Wire.list(json(), "successes", ExternalAgentConfigImportItemTypeSuccess::new);
  }
}
