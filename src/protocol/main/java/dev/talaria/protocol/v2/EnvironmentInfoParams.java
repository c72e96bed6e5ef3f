// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The params of {@code environment/info}. */
@Experimental
public final class EnvironmentInfoParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public EnvironmentInfoParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param environmentId {@code environmentId}
   * @return a value with these fields
   */
  public static EnvironmentInfoParams of(String environmentId) {
    return new EnvironmentInfoParams(Wire.object("environmentId", environmentId));
  }

  /** {@return {@code environmentId}} */
  public String environmentId() {
    return Wire.text(json(), "environmentId");
  }
}
