// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** Starting position for an item-history page. */
public final class ThreadItemsListCursor extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadItemsListCursor(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static ThreadItemsListCursor of() {
    return new ThreadItemsListCursor(Wire.object());
  }
}
