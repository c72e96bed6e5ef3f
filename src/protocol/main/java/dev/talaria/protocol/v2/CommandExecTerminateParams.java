// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** Terminate a running `command/exec` session. */
public final class CommandExecTerminateParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public CommandExecTerminateParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param processId {@code processId}
   * @return a value with these fields
   */
  public static CommandExecTerminateParams of(String processId) {
    return new CommandExecTerminateParams(Wire.object("processId", processId));
  }

  /**
   * Client-supplied, connection-scoped `processId` from the original `command/exec` request.
   *
   * @return {@code processId}
   */
  public String processId() {
    return Wire.text(json(), "processId");
  }
}
