// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;

/** Empty success response for `process/kill`. */
@Experimental
public final class ProcessKillResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ProcessKillResponse(JsonNode json) {
    super(json);
  }
}
