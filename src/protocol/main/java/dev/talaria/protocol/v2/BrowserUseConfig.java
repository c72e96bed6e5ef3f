// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Map;
import java.util.Optional;

/** {@code BrowserUseConfig} of the protocol. */
public final class BrowserUseConfig extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public BrowserUseConfig(JsonNode json) {
    super(json);
  }

  /** {@return {@code allow_history_access}; empty when absent or null} */
  public Optional<Boolean> allowHistoryAccess() {
    return Wire.optional(json(), "allow_history_access", Wire::flag);
  }

  /** {@return {@code default_origin_policy}; empty when absent or null} */
  public Optional<BrowserUseOriginPolicyConfig> defaultOriginPolicy() {
    return Wire.optional(json(), "default_origin_policy", BrowserUseOriginPolicyConfig::new);
  }

  /** {@return {@code origins}; empty also when absent or null} */
  public Map<String, BrowserUseOriginPolicyConfig> origins() {
    return Wire.map(json(), "origins", BrowserUseOriginPolicyConfig::new);
  }
}
