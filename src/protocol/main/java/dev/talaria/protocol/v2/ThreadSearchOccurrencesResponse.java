// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** The result of {@code thread/searchOccurrences}. */
@Experimental
public final class ThreadSearchOccurrencesResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadSearchOccurrencesResponse(JsonNode json) {
    super(json);
  }

  /**
   * Occurrences in chronological message order.
   *
   * @return {@code data}
   */
  public List<ThreadSearchOccurrence> data() {
    return Wire.list(json(), "data", ThreadSearchOccurrence::new);
  }

  /**
   * Opaque cursor to continue after the last returned occurrence.
   *
   * @return {@code nextCursor}; empty when absent or null
   */
  public Optional<String> nextCursor() {
    return Wire.optionalText(json(), "nextCursor");
  }
}
