// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code SkillSummary} of the protocol. */
public final class SkillSummary extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public SkillSummary(JsonNode json) {
    super(json);
  }

  /** {@return {@code description}} */
  public String description() {
    return Wire.text(json(), "description");
  }

  /** {@return {@code enabled}} */
  public boolean enabled() {
    return Wire.required(json(), "enabled", Wire::flag);
  }

  /** {@return {@code interface}; empty when absent or null} */
  public Optional<SkillInterface> interface_() {
    return Wire.optional(json(), "interface", SkillInterface::new);
  }

  /** {@return {@code name}} */
  public String name() {
    return Wire.text(json(), "name");
  }

  /** {@return {@code path}; empty when absent or null} */
  public Optional<String> path() {
    return Wire.optionalText(json(), "path");
  }

  /** {@return {@code shortDescription}; empty when absent or null} */
  public Optional<String> shortDescription() {
    return Wire.optionalText(json(), "shortDescription");
  }
}
