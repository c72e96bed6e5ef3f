// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** {@code McpElicitationTitledEnumItems} of the protocol. */
public final class McpElicitationTitledEnumItems extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public McpElicitationTitledEnumItems(JsonNode json) {
    super(json);
  }

  /** {@return {@code anyOf}} */
  public List<McpElicitationConstOption> anyOf() {
    return Wire.list(json(), "anyOf", McpElicitationConstOption::new);
  }
}
