// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** EXPERIMENTAL - app metadata returned by app-list APIs. */
public final class AppBranding extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AppBranding(JsonNode json) {
    super(json);
  }

  /** {@return {@code category}; empty when absent or null} */
  public Optional<String> category() {
    return Wire.optionalText(json(), "category");
  }

  /** {@return {@code developer}; empty when absent or null} */
  public Optional<String> developer() {
    return Wire.optionalText(json(), "developer");
  }

  /** {@return {@code isDiscoverableApp}} */
  public boolean isDiscoverableApp() {
    return Wire.required(json(), "isDiscoverableApp", Wire::flag);
  }

  /** {@return {@code privacyPolicy}; empty when absent or null} */
  public Optional<String> privacyPolicy() {
    return Wire.optionalText(json(), "privacyPolicy");
  }

  /** {@return {@code termsOfService}; empty when absent or null} */
  public Optional<String> termsOfService() {
    return Wire.optionalText(json(), "termsOfService");
  }

  /** {@return {@code website}; empty when absent or null} */
  public Optional<String> website() {
    return Wire.optionalText(json(), "website");
  }
}
