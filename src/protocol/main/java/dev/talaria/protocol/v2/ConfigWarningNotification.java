// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** What {@code configWarning} tells. */
public final class ConfigWarningNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ConfigWarningNotification(JsonNode json) {
    super(json);
  }

  /**
   * Optional extra guidance or error details.
   *
   * @return {@code details}; empty when absent or null
   */
  public Optional<String> details() {
    return Wire.optionalText(json(), "details");
  }

  /**
   * Optional path to the config file that triggered the warning.
   *
   * @return {@code path}; empty when absent or null
   */
  public Optional<String> path() {
    return Wire.optionalText(json(), "path");
  }

  /**
   * Optional range for the error location inside the config file.
   *
   * @return {@code range}; empty when absent or null
   */
  public Optional<TextRange> range() {
    return Wire.optional(json(), "range", TextRange::new);
  }

  /**
   * Concise summary of the warning.
   *
   * @return {@code summary}
   */
  public String summary() {
    return Wire.text(json(), "summary");
  }
}
