// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** EXPERIMENTAL - retrieve a bounded set of persisted items from one turn. */
@Experimental
public final class ThreadItemsReadParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadItemsReadParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param itemIds {@code itemIds}
   * @param threadId {@code threadId}
   * @param turnId {@code turnId}
   * @return a value with these fields
   */
  public static ThreadItemsReadParams of(List<String> itemIds, String threadId, String turnId) {
    return new ThreadItemsReadParams(Wire.object("itemIds", itemIds, "threadId", threadId, "turnId", turnId));
  }

  /**
   * Item IDs to retrieve. Supply 1 to 100 IDs.
   *
   * @return {@code itemIds}
   */
  public List<String> itemIds() {
    return Wire.list(json(), "itemIds", Wire::text);
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }

  /** {@return {@code turnId}} */
  public String turnId() {
    return Wire.text(json(), "turnId");
  }
}
