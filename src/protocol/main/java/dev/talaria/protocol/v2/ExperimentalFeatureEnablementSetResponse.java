// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Map;

/** The result of {@code experimentalFeature/enablement/set}. */
public final class ExperimentalFeatureEnablementSetResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ExperimentalFeatureEnablementSetResponse(JsonNode json) {
    super(json);
  }

  /**
   * Feature enablement entries updated by this request.
   *
   * @return {@code enablement}
   */
  public Map<String, Boolean> enablement() {
    return Wire.map(json(), "enablement", Wire::flag);
  }
}
