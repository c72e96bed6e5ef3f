// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The params of {@code plugin/skill/read}. */
public final class PluginSkillReadParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public PluginSkillReadParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param remoteMarketplaceName {@code remoteMarketplaceName}
   * @param remotePluginId {@code remotePluginId}
   * @param skillName {@code skillName}
   * @return a value with these fields
   */
  public static PluginSkillReadParams of(String remoteMarketplaceName, String remotePluginId, String skillName) {
    return new PluginSkillReadParams(Wire.object("remoteMarketplaceName", remoteMarketplaceName, "remotePluginId", remotePluginId, "skillName", skillName));
  }

  /** {@return {@code remoteMarketplaceName}} */
  public String remoteMarketplaceName() {
    return Wire.text(json(), "remoteMarketplaceName");
  }

  /** {@return {@code remotePluginId}} */
  public String remotePluginId() {
    return Wire.text(json(), "remotePluginId");
  }

  /** {@return {@code skillName}} */
  public String skillName() {
    return Wire.text(json(), "skillName");
  }
}
