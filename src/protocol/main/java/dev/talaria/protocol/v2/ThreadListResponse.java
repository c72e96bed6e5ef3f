// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The result of {@code thread/list}. */
public final class ThreadListResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadListResponse(JsonNode json) {
    super(json);
  }

  /**
   * Opaque cursor to pass as `cursor` when reversing `sortDirection`. This is only populated
   * when the page contains at least one thread. Use it with the opposite `sortDirection`; for
   * timestamp sorts it anchors at the start of the page timestamp so same-second updates are not
   * skipped.
   *
   * @return {@code backwardsCursor}; empty when absent or null
   */
  public Optional<String> backwardsCursor() {
    return Wire.optionalText(json(), "backwardsCursor");
  }

  /** {@return {@code data}} */
  public List<CodexThread> data() {
    return Wire.list(json(), "data", CodexThread::new);
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

  /**
   * Local receipts for eligible threads on this page, keyed by thread ID. Null means durable
   * read state is unavailable; an absent key means that row is ineligible.
   *
   * @return {@code readStates}; empty also when absent or null
   */
  @Experimental
  public Map<String, ThreadReadState> readStates() {
    return Wire.map(json(), "readStates", ThreadReadState::new);
  }
}
