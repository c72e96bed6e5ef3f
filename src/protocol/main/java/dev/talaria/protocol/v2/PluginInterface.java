// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** {@code PluginInterface} of the protocol. */
public final class PluginInterface extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public PluginInterface(JsonNode json) {
    super(json);
  }

  /** {@return {@code brandColor}; empty when absent or null} */
  public Optional<String> brandColor() {
    return Wire.optionalText(json(), "brandColor");
  }

  /** {@return {@code capabilities}} */
  public List<String> capabilities() {
    return Wire.list(json(), "capabilities", Wire::text);
  }

  /** {@return {@code category}; empty when absent or null} */
  public Optional<String> category() {
    return Wire.optionalText(json(), "category");
  }

  /**
   * Local composer icon path, resolved from the installed plugin package.
   *
   * @return {@code composerIcon}; empty when absent or null
   */
  public Optional<String> composerIcon() {
    return Wire.optionalText(json(), "composerIcon");
  }

  /**
   * Remote composer icon URL from the plugin catalog.
   *
   * @return {@code composerIconUrl}; empty when absent or null
   */
  public Optional<String> composerIconUrl() {
    return Wire.optionalText(json(), "composerIconUrl");
  }

  /**
   * Starter prompts for the plugin. Capped at 3 entries with a maximum of 512 characters per
   * entry.
   *
   * @return {@code defaultPrompt}; empty also when absent or null
   */
  public List<String> defaultPrompt() {
    return Wire.list(json(), "defaultPrompt", Wire::text);
  }

  /** {@return {@code developerName}; empty when absent or null} */
  public Optional<String> developerName() {
    return Wire.optionalText(json(), "developerName");
  }

  /** {@return {@code displayName}; empty when absent or null} */
  public Optional<String> displayName() {
    return Wire.optionalText(json(), "displayName");
  }

  /**
   * Local logo path, resolved from the installed plugin package.
   *
   * @return {@code logo}; empty when absent or null
   */
  public Optional<String> logo() {
    return Wire.optionalText(json(), "logo");
  }

  /**
   * Local dark-mode logo path, resolved from the installed plugin package.
   *
   * @return {@code logoDark}; empty when absent or null
   */
  public Optional<String> logoDark() {
    return Wire.optionalText(json(), "logoDark");
  }

  /**
   * Remote logo URL from the plugin catalog.
   *
   * @return {@code logoUrl}; empty when absent or null
   */
  public Optional<String> logoUrl() {
    return Wire.optionalText(json(), "logoUrl");
  }

  /**
   * Remote dark-mode logo URL from the plugin catalog.
   *
   * @return {@code logoUrlDark}; empty when absent or null
   */
  public Optional<String> logoUrlDark() {
    return Wire.optionalText(json(), "logoUrlDark");
  }

  /** {@return {@code longDescription}; empty when absent or null} */
  public Optional<String> longDescription() {
    return Wire.optionalText(json(), "longDescription");
  }

  /** {@return {@code privacyPolicyUrl}; empty when absent or null} */
  public Optional<String> privacyPolicyUrl() {
    return Wire.optionalText(json(), "privacyPolicyUrl");
  }

  /**
   * Remote screenshot URLs from the plugin catalog.
   *
   * @return {@code screenshotUrls}
   */
  public List<String> screenshotUrls() {
    return Wire.list(json(), "screenshotUrls", Wire::text);
  }

  /**
   * Local screenshot paths, resolved from the installed plugin package.
   *
   * @return {@code screenshots}
   */
  public List<String> screenshots() {
    return Wire.list(json(), "screenshots", Wire::text);
  }

  /** {@return {@code shortDescription}; empty when absent or null} */
  public Optional<String> shortDescription() {
    return Wire.optionalText(json(), "shortDescription");
  }

  /** {@return {@code termsOfServiceUrl}; empty when absent or null} */
  public Optional<String> termsOfServiceUrl() {
    return Wire.optionalText(json(), "termsOfServiceUrl");
  }

  /** {@return {@code websiteUrl}; empty when absent or null} */
  public Optional<String> websiteUrl() {
    return Wire.optionalText(json(), "websiteUrl");
  }
}
