// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** {@code PluginListMarketplaceKind} of the protocol. */
public enum PluginListMarketplaceKind implements WireEnum {
  /** {@code local}. */
  LOCAL("local"),
  /** {@code vertical}. */
  VERTICAL("vertical"),
  /** {@code workspace-directory}. */
  WORKSPACE_DIRECTORY("workspace-directory"),
  /** {@code shared-with-me}. */
  SHARED_WITH_ME("shared-with-me"),
  /** {@code created-by-me-remote}. */
  CREATED_BY_ME_REMOTE("created-by-me-remote"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  PluginListMarketplaceKind(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return Wire.sent(wire);
  }

  /**
   * {@return the constant of a string}
   *
   * @param json a string
   */
  public static PluginListMarketplaceKind read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
