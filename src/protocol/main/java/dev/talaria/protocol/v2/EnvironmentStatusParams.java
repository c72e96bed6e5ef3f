// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** Parameters for reading the current status of one configured environment. */
@Experimental
public final class EnvironmentStatusParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public EnvironmentStatusParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param environmentId {@code environmentId}
   * @return a value with these fields
   */
  public static EnvironmentStatusParams of(String environmentId) {
    return new EnvironmentStatusParams(Wire.object("environmentId", environmentId));
  }

  /**
   * Environment id to inspect.
   *
   * @return {@code environmentId}
   */
  public String environmentId() {
    return Wire.text(json(), "environmentId");
  }
}
