// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The params of {@code skills/config/write}. */
public final class SkillsConfigWriteParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public SkillsConfigWriteParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param enabled {@code enabled}
   * @return a value with these fields
   */
  public static SkillsConfigWriteParams of(boolean enabled) {
    return new SkillsConfigWriteParams(Wire.object("enabled", enabled));
  }

  /** {@return {@code enabled}} */
  public boolean enabled() {
    return Wire.required(json(), "enabled", Wire::flag);
  }

  /**
   * Name-based selector.
   *
   * @return {@code name}; empty when absent or null
   */
  public Optional<String> name() {
    return Wire.optionalText(json(), "name");
  }

  /**
   * Sets {@code name}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public SkillsConfigWriteParams name(String value) {
    return new SkillsConfigWriteParams(Wire.with(json(), "name", value));
  }

  /**
   * Path-based selector.
   *
   * @return {@code path}; empty when absent or null
   */
  public Optional<String> path() {
    return Wire.optionalText(json(), "path");
  }

  /**
   * Sets {@code path}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public SkillsConfigWriteParams path(String value) {
    return new SkillsConfigWriteParams(Wire.with(json(), "path", value));
  }
}
