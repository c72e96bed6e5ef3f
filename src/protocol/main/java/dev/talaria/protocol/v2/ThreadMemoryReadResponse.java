// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The result of {@code thread/memory/read}. */
@Experimental
public final class ThreadMemoryReadResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadMemoryReadResponse(JsonNode json) {
    super(json);
  }

  /**
   * Summary from the thread's selected memory version. Null when memory use is disabled or the
   * selected summary is missing, unreadable, or blank.
   *
   * @return {@code summary}; empty when absent or null
   */
  public Optional<String> summary() {
    return Wire.optionalText(json(), "summary");
  }
}
