// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** EXPERIMENTAL - metadata returned by app/read. */
public final class AppToolSummary extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AppToolSummary(JsonNode json) {
    super(json);
  }

  /** {@return {@code description}} */
  public String description() {
    return Wire.text(json(), "description");
  }

  /** {@return {@code disabledReason}; empty when absent or null} */
  public Optional<String> disabledReason() {
    return Wire.optionalText(json(), "disabledReason");
  }

  /** {@return {@code isEnabled}; empty when absent or null} */
  public Optional<Boolean> isEnabled() {
    return Wire.optional(json(), "isEnabled", Wire::flag);
  }

  /** {@return {@code isReadOnly}; empty when absent or null} */
  public Optional<Boolean> isReadOnly() {
    return Wire.optional(json(), "isReadOnly", Wire::flag);
  }

  /** {@return {@code name}} */
  public String name() {
    return Wire.text(json(), "name");
  }

  /** {@return {@code title}; empty when absent or null} */
  public Optional<String> title() {
    return Wire.optionalText(json(), "title");
  }
}
