// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Map;
import java.util.Optional;

/** {@code BrowserUseRequirements} of the protocol. */
public final class BrowserUseRequirements extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public BrowserUseRequirements(JsonNode json) {
    super(json);
  }

  /** {@return {@code allowGlobalPersistentApproval}; empty when absent or null} */
  public Optional<Boolean> allowGlobalPersistentApproval() {
    return Wire.optional(json(), "allowGlobalPersistentApproval", Wire::flag);
  }

  /** {@return {@code allowHistoryAccess}; empty when absent or null} */
  public Optional<Boolean> allowHistoryAccess() {
    return Wire.optional(json(), "allowHistoryAccess", Wire::flag);
  }

  /** {@return {@code allowWebmcp}; empty when absent or null} */
  public Optional<Boolean> allowWebmcp() {
    return Wire.optional(json(), "allowWebmcp", Wire::flag);
  }

  /** {@return {@code defaultOriginPolicy}; empty when absent or null} */
  public Optional<BrowserUseOriginPolicy> defaultOriginPolicy() {
    return Wire.optional(json(), "defaultOriginPolicy", BrowserUseOriginPolicy::new);
  }

  /** {@return {@code disableAutoReview}; empty when absent or null} */
  public Optional<Boolean> disableAutoReview() {
    return Wire.optional(json(), "disableAutoReview", Wire::flag);
  }

  /** {@return {@code extension}; empty when absent or null} */
  public Optional<BrowserUseExtensionRequirements> extension() {
    return Wire.optional(json(), "extension", BrowserUseExtensionRequirements::new);
  }

  /** {@return {@code origins}; empty also when absent or null} */
  public Map<String, BrowserUseOriginPolicy> origins() {
    return Wire.map(json(), "origins", BrowserUseOriginPolicy::new);
  }
}
