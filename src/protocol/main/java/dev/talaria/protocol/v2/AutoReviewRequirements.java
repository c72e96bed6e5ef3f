// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** {@code AutoReviewRequirements} of the protocol. */
public final class AutoReviewRequirements extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AutoReviewRequirements(JsonNode json) {
    super(json);
  }

  /** {@return {@code ignoreRules}; empty also when absent or null} */
  public List<String> ignoreRules() {
    return Wire.list(json(), "ignoreRules", Wire::text);
  }

  /** {@return {@code requiredOnModels}; empty also when absent or null} */
  public List<String> requiredOnModels() {
    return Wire.list(json(), "requiredOnModels", Wire::text);
  }
}
