// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** Final buffered result for `command/exec`. */
public final class CommandExecResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public CommandExecResponse(JsonNode json) {
    super(json);
  }

  /**
   * Process exit code.
   *
   * @return {@code exitCode}
   */
  public int exitCode() {
    return Wire.required(json(), "exitCode", Wire::integer);
  }

  /**
   * Buffered stderr capture.
   *
   * <p>Empty when stderr was streamed via `command/exec/outputDelta`.
   *
   * @return {@code stderr}
   */
  public String stderr() {
    return Wire.text(json(), "stderr");
  }

  /**
   * Buffered stdout capture.
   *
   * <p>Empty when stdout was streamed via `command/exec/outputDelta`.
   *
   * @return {@code stdout}
   */
  public String stdout() {
    return Wire.text(json(), "stdout");
  }
}
