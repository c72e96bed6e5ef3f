// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;

/** Empty success response for `command/exec/terminate`. */
public final class CommandExecTerminateResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public CommandExecTerminateResponse(JsonNode json) {
    super(json);
  }
}
