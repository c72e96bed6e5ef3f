// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code SkillMetadata} of the protocol. */
public final class SkillMetadata extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public SkillMetadata(JsonNode json) {
    super(json);
  }

  /** {@return {@code dependencies}; empty when absent or null} */
  public Optional<SkillDependencies> dependencies() {
    return Wire.optional(json(), "dependencies", SkillDependencies::new);
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

  /** {@return {@code path}} */
  public String path() {
    return Wire.text(json(), "path");
  }

  /**
   * Owning plugin ID, matching `PluginSummary.id`, when known.
   *
   * @return {@code pluginId}; empty when absent or null
   */
  public Optional<String> pluginId() {
    return Wire.optionalText(json(), "pluginId");
  }

  /** {@return {@code scope}} */
  public SkillScope scope() {
    return Wire.required(json(), "scope", SkillScope::read);
  }

  /**
   * Legacy short_description from SKILL.md. Prefer SKILL.json interface.short_description.
   *
   * @return {@code shortDescription}; empty when absent or null
   */
  public Optional<String> shortDescription() {
    return Wire.optionalText(json(), "shortDescription");
  }
}
