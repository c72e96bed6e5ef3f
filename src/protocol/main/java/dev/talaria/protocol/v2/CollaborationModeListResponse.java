// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** EXPERIMENTAL - collaboration mode presets response. */
@Experimental
public final class CollaborationModeListResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public CollaborationModeListResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code data}} */
  public List<CollaborationModeMask> data() {
    return Wire.list(json(), "data", CollaborationModeMask::new);
  }
}
