// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code ModelUpgradeInfo} of the protocol. */
public final class ModelUpgradeInfo extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ModelUpgradeInfo(JsonNode json) {
    super(json);
  }

  /** {@return {@code migrationMarkdown}; empty when absent or null} */
  public Optional<String> migrationMarkdown() {
    return Wire.optionalText(json(), "migrationMarkdown");
  }

  /** {@return {@code model}} */
  public String model() {
    return Wire.text(json(), "model");
  }

  /** {@return {@code modelLink}; empty when absent or null} */
  public Optional<String> modelLink() {
    return Wire.optionalText(json(), "modelLink");
  }

  /**
   * Informational Unix timestamp for this upgrade's scheduled retirement, if known.
   *
   * @return {@code retirementAt}; empty when absent or null
   */
  public Optional<Long> retirementAt() {
    return Wire.optional(json(), "retirementAt", Wire::longInteger);
  }

  /** {@return {@code upgradeCopy}; empty when absent or null} */
  public Optional<String> upgradeCopy() {
    return Wire.optionalText(json(), "upgradeCopy");
  }
}
