// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;

/** The result of {@code environment/add}. */
@Experimental
public final class EnvironmentAddResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public EnvironmentAddResponse(JsonNode json) {
    super(json);
  }
}
