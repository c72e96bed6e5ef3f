// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code SkillInterface} of the protocol. */
public final class SkillInterface extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public SkillInterface(JsonNode json) {
    super(json);
  }

  /** {@return {@code brandColor}; empty when absent or null} */
  public Optional<String> brandColor() {
    return Wire.optionalText(json(), "brandColor");
  }

  /** {@return {@code defaultPrompt}; empty when absent or null} */
  public Optional<String> defaultPrompt() {
    return Wire.optionalText(json(), "defaultPrompt");
  }

  /** {@return {@code displayName}; empty when absent or null} */
  public Optional<String> displayName() {
    return Wire.optionalText(json(), "displayName");
  }

  /** {@return {@code iconLarge}; empty when absent or null} */
  public Optional<String> iconLarge() {
    return Wire.optionalText(json(), "iconLarge");
  }

  /**
   * Remote large icon URL from the plugin catalog.
   *
   * @return {@code iconLargeUrl}; empty when absent or null
   */
  public Optional<String> iconLargeUrl() {
    return Wire.optionalText(json(), "iconLargeUrl");
  }

  /** {@return {@code iconSmall}; empty when absent or null} */
  public Optional<String> iconSmall() {
    return Wire.optionalText(json(), "iconSmall");
  }

  /**
   * Remote small icon URL from the plugin catalog.
   *
   * @return {@code iconSmallUrl}; empty when absent or null
   */
  public Optional<String> iconSmallUrl() {
    return Wire.optionalText(json(), "iconSmallUrl");
  }

  /** {@return {@code shortDescription}; empty when absent or null} */
  public Optional<String> shortDescription() {
    return Wire.optionalText(json(), "shortDescription");
  }
}
