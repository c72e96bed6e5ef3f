// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** Write stdin bytes to a running `command/exec` session, close stdin, or both. */
public final class CommandExecWriteParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public CommandExecWriteParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param processId {@code processId}
   * @return a value with these fields
   */
  public static CommandExecWriteParams of(String processId) {
    return new CommandExecWriteParams(Wire.object("processId", processId));
  }

  /**
   * Close stdin after writing `deltaBase64`, if present.
   *
   * @return {@code closeStdin}; empty when absent or null
   */
  public Optional<Boolean> closeStdin() {
    return Wire.optional(json(), "closeStdin", Wire::flag);
  }

  /**
   * Sets {@code closeStdin}.
   *
   * @param value not null
   * @return a copy with it
   */
  public CommandExecWriteParams closeStdin(boolean value) {
    return new CommandExecWriteParams(Wire.with(json(), "closeStdin", value));
  }

  /**
   * Optional base64-encoded stdin bytes to write.
   *
   * @return {@code deltaBase64}; empty when absent or null
   */
  public Optional<String> deltaBase64() {
    return Wire.optionalText(json(), "deltaBase64");
  }

  /**
   * Sets {@code deltaBase64}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public CommandExecWriteParams deltaBase64(String value) {
    return new CommandExecWriteParams(Wire.with(json(), "deltaBase64", value));
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
