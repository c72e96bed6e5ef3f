// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** EXPERIMENTAL - app metadata returned by app-list APIs. */
public final class AppInfo extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AppInfo(JsonNode json) {
    super(json);
  }

  /** {@return {@code appMetadata}; empty when absent or null} */
  public Optional<AppMetadata> appMetadata() {
    return Wire.optional(json(), "appMetadata", AppMetadata::new);
  }

  /** {@return {@code branding}; empty when absent or null} */
  public Optional<AppBranding> branding() {
    return Wire.optional(json(), "branding", AppBranding::new);
  }

  /** {@return {@code description}; empty when absent or null} */
  public Optional<String> description() {
    return Wire.optionalText(json(), "description");
  }

  /** {@return {@code distributionChannel}; empty when absent or null} */
  public Optional<String> distributionChannel() {
    return Wire.optionalText(json(), "distributionChannel");
  }

  /** {@return {@code iconAssets}; empty also when absent or null} */
  public Map<String, String> iconAssets() {
    return Wire.map(json(), "iconAssets", Wire::text);
  }

  /** {@return {@code iconDarkAssets}; empty also when absent or null} */
  public Map<String, String> iconDarkAssets() {
    return Wire.map(json(), "iconDarkAssets", Wire::text);
  }

  /** {@return {@code id}} */
  public String id() {
    return Wire.text(json(), "id");
  }

  /** {@return {@code installUrl}; empty when absent or null} */
  public Optional<String> installUrl() {
    return Wire.optionalText(json(), "installUrl");
  }

  /** {@return {@code isAccessible}; empty when absent or null} */
  public Optional<Boolean> isAccessible() {
    return Wire.optional(json(), "isAccessible", Wire::flag);
  }

  /**
   * Whether this app is enabled in config.toml. Example: ```toml [apps.bad_app] enabled = false
   * ```
   *
   * @return {@code isEnabled}; empty when absent or null
   */
  public Optional<Boolean> isEnabled() {
    return Wire.optional(json(), "isEnabled", Wire::flag);
  }

  /** {@return {@code labels}; empty also when absent or null} */
  public Map<String, String> labels() {
    return Wire.map(json(), "labels", Wire::text);
  }

  /** {@return {@code logoUrl}; empty when absent or null} */
  public Optional<String> logoUrl() {
    return Wire.optionalText(json(), "logoUrl");
  }

  /** {@return {@code logoUrlDark}; empty when absent or null} */
  public Optional<String> logoUrlDark() {
    return Wire.optionalText(json(), "logoUrlDark");
  }

  /** {@return {@code name}} */
  public String name() {
    return Wire.text(json(), "name");
  }

  /** {@return {@code pluginDisplayNames}; empty also when absent or null} */
  public List<String> pluginDisplayNames() {
    return Wire.list(json(), "pluginDisplayNames", Wire::text);
  }
}
