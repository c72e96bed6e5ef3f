// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/**
 * Runtime categories affected by this change, not just capabilities currently present. Flags
 * describe declarations before runtime policy filtering. Updates OR the old and new bundle
 * flags; enablement changes and cached reinstalls use the cached bundle; removals retain the old
 * bundle's flags.
 */
public final class PluginReconcileChangedPlugin extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public PluginReconcileChangedPlugin(JsonNode json) {
    super(json);
  }

  /** {@return {@code hasApps}} */
  public boolean hasApps() {
    return Wire.required(json(), "hasApps", Wire::flag);
  }

  /** {@return {@code hasHooks}} */
  public boolean hasHooks() {
    return Wire.required(json(), "hasHooks", Wire::flag);
  }

  /** {@return {@code hasMcps}} */
  public boolean hasMcps() {
    return Wire.required(json(), "hasMcps", Wire::flag);
  }

  /**
   * Whether either bundle declares skill roots; not a validated inventory of enabled skills.
   *
   * @return {@code hasSkills}
   */
  public boolean hasSkills() {
    return Wire.required(json(), "hasSkills", Wire::flag);
  }

  /**
   * Local plugin ID (`name&#64;marketplace`), matching `PluginSummary.id`.
   *
   * @return {@code id}
   */
  public String id() {
    return Wire.text(json(), "id");
  }
}
