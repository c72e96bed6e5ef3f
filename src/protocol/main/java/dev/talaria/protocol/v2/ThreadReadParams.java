// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The params of {@code thread/read}. */
public final class ThreadReadParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadReadParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param threadId {@code threadId}
   * @return a value with these fields
   */
  public static ThreadReadParams of(String threadId) {
    return new ThreadReadParams(Wire.object("threadId", threadId));
  }

  /**
   * When true, include turns and their items from rollout history. Full-history hydration is
   * deprecated for paginated threads; prefer a metadata-only read and page with
   * `thread/turns/list` and `thread/items/list`.
   *
   * @return {@code includeTurns}; empty when absent or null
   */
  public Optional<Boolean> includeTurns() {
    return Wire.optional(json(), "includeTurns", Wire::flag);
  }

  /**
   * Sets {@code includeTurns}.
   *
   * @param value not null
   * @return a copy with it
   */
  public ThreadReadParams includeTurns(boolean value) {
    return new ThreadReadParams(Wire.with(json(), "includeTurns", value));
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
