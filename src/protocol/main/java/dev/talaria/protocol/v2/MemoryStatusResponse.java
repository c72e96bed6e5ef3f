// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The result of {@code memory/status}. */
@Experimental
public final class MemoryStatusResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public MemoryStatusResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code v2ConsolidatedThreads}} */
  public long v2ConsolidatedThreads() {
    return Wire.required(json(), "v2ConsolidatedThreads", Wire::longInteger);
  }

  /** {@return {@code v2Ready}} */
  public boolean v2Ready() {
    return Wire.required(json(), "v2Ready", Wire::flag);
  }
}
