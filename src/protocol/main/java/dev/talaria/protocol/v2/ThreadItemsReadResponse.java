// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** EXPERIMENTAL - persisted items returned in canonical stored order. */
@Experimental
public final class ThreadItemsReadResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadItemsReadResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code data}} */
  public List<ThreadItemEntry> data() {
    return Wire.list(json(), "data", ThreadItemEntry::new);
  }
}
