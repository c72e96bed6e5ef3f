// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** {@code Model} of the protocol. */
public final class Model extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public Model(JsonNode json) {
    super(json);
  }

  /**
   * Deprecated: use `serviceTiers` instead.
   *
   * @return {@code additionalSpeedTiers}; empty also when absent or null
   */
  public List<String> additionalSpeedTiers() {
    return Wire.list(json(), "additionalSpeedTiers", Wire::text);
  }

  /** {@return {@code availabilityNux}; empty when absent or null} */
  public Optional<ModelAvailabilityNux> availabilityNux() {
    return Wire.optional(json(), "availabilityNux", ModelAvailabilityNux::new);
  }

  /**
   * Null when the catalog does not provide access-program metadata.
   *
   * @return {@code availableAccessPrograms}; empty when absent or null
   */
  public Optional<ModelAccessPrograms> availableAccessPrograms() {
    return Wire.optional(json(), "availableAccessPrograms", ModelAccessPrograms::new);
  }

  /** {@return {@code defaultReasoningEffort}} */
  public String defaultReasoningEffort() {
    return Wire.text(json(), "defaultReasoningEffort");
  }

  /**
   * Catalog default service tier id for this model, when one is configured.
   *
   * @return {@code defaultServiceTier}; empty when absent or null
   */
  public Optional<String> defaultServiceTier() {
    return Wire.optionalText(json(), "defaultServiceTier");
  }

  /** {@return {@code description}} */
  public String description() {
    return Wire.text(json(), "description");
  }

  /** {@return {@code displayName}} */
  public String displayName() {
    return Wire.text(json(), "displayName");
  }

  /** {@return {@code hidden}} */
  public boolean hidden() {
    return Wire.required(json(), "hidden", Wire::flag);
  }

  /** {@return {@code id}} */
  public String id() {
    return Wire.text(json(), "id");
  }

  /** {@return {@code inputModalities}; empty also when absent or null} */
  public List<InputModality> inputModalities() {
    return Wire.list(json(), "inputModalities", InputModality::read);
  }

  /** {@return {@code isDefault}} */
  public boolean isDefault() {
    return Wire.required(json(), "isDefault", Wire::flag);
  }

  /** {@return {@code model}} */
  public String model() {
    return Wire.text(json(), "model");
  }

  /** {@return {@code modelSpecialty}; empty when absent or null} */
  public Optional<String> modelSpecialty() {
    return Wire.optionalText(json(), "modelSpecialty");
  }

  /**
   * Multi-agent runtime declared by this model, when available.
   *
   * @return {@code multiAgentVersion}; empty when absent or null
   */
  public Optional<MultiAgentVersion> multiAgentVersion() {
    return Wire.optional(json(), "multiAgentVersion", MultiAgentVersion::read);
  }

  /** {@return {@code serviceTiers}; empty also when absent or null} */
  public List<ModelServiceTier> serviceTiers() {
    return Wire.list(json(), "serviceTiers", ModelServiceTier::new);
  }

  /** {@return {@code supportedReasoningEfforts}} */
  public List<ReasoningEffortOption> supportedReasoningEfforts() {
    return Wire.list(json(), "supportedReasoningEfforts", ReasoningEffortOption::new);
  }

  /**
   * Deprecated by Codex. Always false; models no longer support personality selection.
   *
   * @return {@code supportsPersonality}; empty when absent or null
   */
  public Optional<Boolean> supportsPersonality() {
    return Wire.optional(json(), "supportsPersonality", Wire::flag);
  }

  /** {@return {@code upgrade}; empty when absent or null} */
  public Optional<String> upgrade() {
    return Wire.optionalText(json(), "upgrade");
  }

  /** {@return {@code upgradeInfo}; empty when absent or null} */
  public Optional<ModelUpgradeInfo> upgradeInfo() {
    return Wire.optional(json(), "upgradeInfo", ModelUpgradeInfo::new);
  }
}
