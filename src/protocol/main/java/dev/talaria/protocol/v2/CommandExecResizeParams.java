// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** Resize a running PTY-backed `command/exec` session. */
public final class CommandExecResizeParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public CommandExecResizeParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param processId {@code processId}
   * @param size {@code size}
   * @return a value with these fields
   */
  public static CommandExecResizeParams of(String processId, CommandExecTerminalSize size) {
    return new CommandExecResizeParams(Wire.object("processId", processId, "size", size));
  }

  /**
   * Client-supplied, connection-scoped `processId` from the original `command/exec` request.
   *
   * @return {@code processId}
   */
  public String processId() {
    return Wire.text(json(), "processId");
  }

  /**
   * New PTY size in character cells.
   *
   * @return {@code size}
   */
  public CommandExecTerminalSize size() {
    return Wire.required(json(), "size", CommandExecTerminalSize::new);
  }
}
