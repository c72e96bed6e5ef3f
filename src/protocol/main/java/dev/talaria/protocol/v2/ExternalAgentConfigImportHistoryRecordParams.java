// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** The params of {@code externalAgentConfig/import/recordHistory}. */
public final class ExternalAgentConfigImportHistoryRecordParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ExternalAgentConfigImportHistoryRecordParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param itemTypeResults {@code itemTypeResults}
   * @param providerId {@code providerId}
   * @return a value with these fields
   */
  public static ExternalAgentConfigImportHistoryRecordParams of(List<ExternalAgentConfigImportHistoryRecordTypeResultParams> itemTypeResults, String providerId) {
    return new ExternalAgentConfigImportHistoryRecordParams(Wire.object("itemTypeResults", itemTypeResults, "providerId", providerId));
  }

  /**
   * Completed results grouped by imported item type.
   *
   * @return {@code itemTypeResults}
   */
  public List<ExternalAgentConfigImportHistoryRecordTypeResultParams> itemTypeResults() {
    return Wire.list(json(), "itemTypeResults", ExternalAgentConfigImportHistoryRecordTypeResultParams::new);
  }

  /**
   * Opaque provider identifier for the externally completed import.
   *
   * @return {@code providerId}
   */
  public String providerId() {
    return Wire.text(json(), "providerId");
  }
}
