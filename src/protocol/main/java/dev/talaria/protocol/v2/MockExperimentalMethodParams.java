// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The params of {@code mock/experimentalMethod}. */
@Experimental
public final class MockExperimentalMethodParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public MockExperimentalMethodParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static MockExperimentalMethodParams of() {
    return new MockExperimentalMethodParams(Wire.object());
  }

  /**
   * Test-only payload field.
   *
   * @return {@code value}; empty when absent or null
   */
  public Optional<String> value() {
    return Wire.optionalText(json(), "value");
  }

  /**
   * Sets {@code value}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public MockExperimentalMethodParams value(String value) {
    return new MockExperimentalMethodParams(Wire.with(json(), "value", value));
  }
}
