// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** The params of {@code thread/inject_items}. */
public final class ThreadInjectItemsParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadInjectItemsParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param items {@code items}
   * @param threadId {@code threadId}
   * @return a value with these fields
   */
  public static ThreadInjectItemsParams of(List<JsonNode> items, String threadId) {
    return new ThreadInjectItemsParams(Wire.object("items", items, "threadId", threadId));
  }

  /**
   * Raw Responses API items to append to the thread's model-visible history.
   *
   * @return {@code items}
   */
  public List<JsonNode> items() {
    return Wire.list(json(), "items", Wire::node);
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
