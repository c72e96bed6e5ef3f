// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** Resize a running PTY-backed `process/spawn` session. */
@Experimental
public final class ProcessResizePtyParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ProcessResizePtyParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param processHandle {@code processHandle}
   * @param size {@code size}
   * @return a value with these fields
   */
  public static ProcessResizePtyParams of(String processHandle, ProcessTerminalSize size) {
    return new ProcessResizePtyParams(Wire.object("processHandle", processHandle, "size", size));
  }

  /**
   * Client-supplied, connection-scoped `processHandle` from `process/spawn`.
   *
   * @return {@code processHandle}
   */
  public String processHandle() {
    return Wire.text(json(), "processHandle");
  }

  /**
   * New PTY size in character cells.
   *
   * @return {@code size}
   */
  public ProcessTerminalSize size() {
    return Wire.required(json(), "size", ProcessTerminalSize::new);
  }
}
