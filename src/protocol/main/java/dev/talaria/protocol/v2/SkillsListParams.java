// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** The params of {@code skills/list}. */
public final class SkillsListParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public SkillsListParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static SkillsListParams of() {
    return new SkillsListParams(Wire.object());
  }

  /**
   * When empty, defaults to the current session working directory.
   *
   * @return {@code cwds}; empty also when absent or null
   */
  public List<String> cwds() {
    return Wire.list(json(), "cwds", Wire::text);
  }

  /**
   * Sets {@code cwds}.
   *
   * @param value not null
   * @return a copy with it
   */
  public SkillsListParams cwds(List<String> value) {
    return new SkillsListParams(Wire.with(json(), "cwds", value));
  }

  /**
   * When true, bypass the skills cache and re-scan skills from disk.
   *
   * @return {@code forceReload}; empty when absent or null
   */
  public Optional<Boolean> forceReload() {
    return Wire.optional(json(), "forceReload", Wire::flag);
  }

  /**
   * Sets {@code forceReload}.
   *
   * @param value not null
   * @return a copy with it
   */
  public SkillsListParams forceReload(boolean value) {
    return new SkillsListParams(Wire.with(json(), "forceReload", value));
  }
}
