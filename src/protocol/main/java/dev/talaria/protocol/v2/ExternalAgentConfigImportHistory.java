// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** {@code ExternalAgentConfigImportHistory} of the protocol. */
public final class ExternalAgentConfigImportHistory extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ExternalAgentConfigImportHistory(JsonNode json) {
    super(json);
  }

  /** {@return {@code completedAtMs}} */
  public long completedAtMs() {
    return Wire.required(json(), "completedAtMs", Wire::longInteger);
  }

  /** {@return {@code failures}} */
  public List<ExternalAgentConfigImportItemTypeFailure> failures() {
    return Wire.list(json(), "failures", ExternalAgentConfigImportItemTypeFailure::new);
  }

  /** {@return {@code importId}} */
  public String importId() {
    return Wire.text(json(), "importId");
  }

  /** {@return {@code providerId}; empty when absent or null} */
  public Optional<String> providerId() {
    return Wire.optionalText(json(), "providerId");
  }

  /** {@return {@code successes}} */
  public List<ExternalAgentConfigImportItemTypeSuccess> successes() {
    return Wire.list(json(), "successes", ExternalAgentConfigImportItemTypeSuccess::new);
  }
}
