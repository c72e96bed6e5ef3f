// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** Provider preference selected by the resolved model catalog entry. */
public enum WebSearchProvider implements WireEnum {
  /** {@code standalone}. */
  STANDALONE("standalone"),
  /** {@code search_mcp}. */
  SEARCH_MCP("search_mcp"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  WebSearchProvider(String wire) {
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
  public static WebSearchProvider read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
