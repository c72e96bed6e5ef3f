// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Map;

/** The params of {@code experimentalFeature/enablement/set}. */
public final class ExperimentalFeatureEnablementSetParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ExperimentalFeatureEnablementSetParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param enablement {@code enablement}
   * @return a value with these fields
   */
  public static ExperimentalFeatureEnablementSetParams of(Map<String, Boolean> enablement) {
    return new ExperimentalFeatureEnablementSetParams(Wire.object("enablement", enablement));
  }

  /**
   * Process-wide runtime feature enablement keyed by canonical feature name.
   *
   * <p>Only named features are updated. Omitted features are left unchanged. Send an empty map
   * for a no-op.
   *
   * @return {@code enablement}
   */
  public Map<String, Boolean> enablement() {
    return Wire.map(json(), "enablement", Wire::flag);
  }
}
