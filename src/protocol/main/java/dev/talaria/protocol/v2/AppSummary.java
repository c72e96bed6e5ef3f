// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** EXPERIMENTAL - app metadata summary for plugin responses. */
public final class AppSummary extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AppSummary(JsonNode json) {
    super(json);
  }

  /** {@return {@code category}; empty when absent or null} */
  public Optional<String> category() {
    return Wire.optionalText(json(), "category");
  }

  /** {@return {@code description}; empty when absent or null} */
  public Optional<String> description() {
    return Wire.optionalText(json(), "description");
  }

  /** {@return {@code id}} */
  public String id() {
    return Wire.text(json(), "id");
  }

  /** {@return {@code installUrl}; empty when absent or null} */
  public Optional<String> installUrl() {
    return Wire.optionalText(json(), "installUrl");
  }

  /** {@return {@code name}} */
  public String name() {
    return Wire.text(json(), "name");
  }
}
