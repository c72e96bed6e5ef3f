// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** The result of {@code thread/items/list}. */
public final class ThreadItemsListResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadItemsListResponse(JsonNode json) {
    super(json);
  }

  /**
   * Opaque cursor to pass as `cursor` when reversing `sortDirection`. This is only populated
   * when the page contains at least one item.
   *
   * @return {@code backwardsCursor}; empty when absent or null
   */
  public Optional<String> backwardsCursor() {
    return Wire.optionalText(json(), "backwardsCursor");
  }

  /** {@return {@code data}} */
  public List<ThreadItemEntry> data() {
    return Wire.list(json(), "data", ThreadItemEntry::new);
  }

  /**
   * Opaque cursor to pass to the next call to continue after the last item. if None, there are
   * no more items to return.
   *
   * @return {@code nextCursor}; empty when absent or null
   */
  public Optional<String> nextCursor() {
    return Wire.optionalText(json(), "nextCursor");
  }
}
