// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** {@code ExternalAgentConfigImportHistoryRecordTypeResultParams} of the protocol. */
public final class ExternalAgentConfigImportHistoryRecordTypeResultParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ExternalAgentConfigImportHistoryRecordTypeResultParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param failures {@code failures}
   * @param itemType {@code itemType}
   * @param successes {@code successes}
   * @return a value with these fields
   */
  public static ExternalAgentConfigImportHistoryRecordTypeResultParams of(List<ExternalAgentConfigImportItemTypeFailure> failures, ExternalAgentConfigMigrationItemType itemType, List<ExternalAgentConfigImportHistoryRecordSuccessParams> successes) {
    return new ExternalAgentConfigImportHistoryRecordTypeResultParams(Wire.object("failures", failures, "itemType", itemType, "successes", successes));
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
  public List<ExternalAgentConfigImportHistoryRecordSuccessParams> successes() {
    return Wire.list(json(), "successes", ExternalAgentConfigImportHistoryRecordSuccessParams::new);
  }
}
