// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** The result of {@code thread/turns/list}. */
public final class ThreadTurnsListResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadTurnsListResponse(JsonNode json) {
    super(json);
  }

  /**
   * Opaque cursor to pass as `cursor` when reversing `sortDirection`. This is only populated
   * when the page contains at least one turn. Use it with the opposite `sortDirection` to
   * include the anchor turn again and catch updates to that turn.
   *
   * @return {@code backwardsCursor}; empty when absent or null
   */
  public Optional<String> backwardsCursor() {
    return Wire.optionalText(json(), "backwardsCursor");
  }

  /** {@return {@code data}} */
  public List<CodexTurn> data() {
    return Wire.list(json(), "data", CodexTurn::new);
  }

  /**
   * Opaque cursor to pass to the next call to continue after the last turn. if None, there are
   * no more turns to return.
   *
   * @return {@code nextCursor}; empty when absent or null
   */
  public Optional<String> nextCursor() {
    return Wire.optionalText(json(), "nextCursor");
  }
}
