// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code ExperimentalFeature} of the protocol. */
public final class ExperimentalFeature extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ExperimentalFeature(JsonNode json) {
    super(json);
  }

  /**
   * Announcement copy shown to users when the feature is introduced. Null when this feature is
   * not in beta.
   *
   * @return {@code announcement}; empty when absent or null
   */
  public Optional<String> announcement() {
    return Wire.optionalText(json(), "announcement");
  }

  /**
   * Whether this feature is enabled by default.
   *
   * @return {@code defaultEnabled}
   */
  public boolean defaultEnabled() {
    return Wire.required(json(), "defaultEnabled", Wire::flag);
  }

  /**
   * Short summary describing what the feature does. Null when this feature is not in beta.
   *
   * @return {@code description}; empty when absent or null
   */
  public Optional<String> description() {
    return Wire.optionalText(json(), "description");
  }

  /**
   * User-facing display name shown in the experimental features UI. Null when this feature is
   * not in beta.
   *
   * @return {@code displayName}; empty when absent or null
   */
  public Optional<String> displayName() {
    return Wire.optionalText(json(), "displayName");
  }

  /**
   * Whether this feature is currently enabled in the loaded config.
   *
   * @return {@code enabled}
   */
  public boolean enabled() {
    return Wire.required(json(), "enabled", Wire::flag);
  }

  /**
   * Stable key used in config.toml and CLI flag toggles.
   *
   * @return {@code name}
   */
  public String name() {
    return Wire.text(json(), "name");
  }

  /**
   * Lifecycle stage of this feature flag.
   *
   * @return {@code stage}
   */
  public ExperimentalFeatureStage stage() {
    return Wire.required(json(), "stage", ExperimentalFeatureStage::read);
  }
}
