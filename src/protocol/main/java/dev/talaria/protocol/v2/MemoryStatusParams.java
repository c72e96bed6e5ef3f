// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The params of {@code memory/status}. */
@Experimental
public final class MemoryStatusParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public MemoryStatusParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static MemoryStatusParams of() {
    return new MemoryStatusParams(Wire.object());
  }

  /**
   * Required distinct consolidated threads. Defaults to 20; supported range is 1..=4096.
   *
   * @return {@code minConsolidatedThreads}; empty when absent or null
   */
  public Optional<Long> minConsolidatedThreads() {
    return Wire.optional(json(), "minConsolidatedThreads", Wire::longInteger);
  }

  /**
   * Sets {@code minConsolidatedThreads}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public MemoryStatusParams minConsolidatedThreads(Long value) {
    return new MemoryStatusParams(Wire.with(json(), "minConsolidatedThreads", value));
  }
}
