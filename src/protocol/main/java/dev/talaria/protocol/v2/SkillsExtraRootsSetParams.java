// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** The params of {@code skills/extraRoots/set}. */
public final class SkillsExtraRootsSetParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public SkillsExtraRootsSetParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param extraRoots {@code extraRoots}
   * @return a value with these fields
   */
  public static SkillsExtraRootsSetParams of(List<String> extraRoots) {
    return new SkillsExtraRootsSetParams(Wire.object("extraRoots", extraRoots));
  }

  /** {@return {@code extraRoots}} */
  public List<String> extraRoots() {
    return Wire.list(json(), "extraRoots", Wire::text);
  }
}
