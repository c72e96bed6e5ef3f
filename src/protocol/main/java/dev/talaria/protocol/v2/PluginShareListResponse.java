// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** The result of {@code plugin/share/list}. */
public final class PluginShareListResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public PluginShareListResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code data}} */
  public List<PluginShareListItem> data() {
    return Wire.list(json(), "data", PluginShareListItem::new);
  }
}
