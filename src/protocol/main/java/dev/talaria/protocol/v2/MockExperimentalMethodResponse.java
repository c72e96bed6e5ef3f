// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The result of {@code mock/experimentalMethod}. */
@Experimental
public final class MockExperimentalMethodResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public MockExperimentalMethodResponse(JsonNode json) {
    super(json);
  }

  /**
   * Echoes the input `value`.
   *
   * @return {@code echoed}; empty when absent or null
   */
  public Optional<String> echoed() {
    return Wire.optionalText(json(), "echoed");
  }
}
