// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** One page of independently persisted thread sections. */
public final class ThreadSectionListResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadSectionListResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code data}} */
  public List<ThreadSection> data() {
    return Wire.list(json(), "data", ThreadSection::new);
  }

  /**
   * Opaque cursor for the next page, or `null` when no sections remain.
   *
   * @return {@code nextCursor}; empty when absent or null
   */
  public Optional<String> nextCursor() {
    return Wire.optionalText(json(), "nextCursor");
  }
}
