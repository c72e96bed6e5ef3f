// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** Write stdin bytes to a running `process/spawn` session, close stdin, or both. */
@Experimental
public final class ProcessWriteStdinParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ProcessWriteStdinParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param processHandle {@code processHandle}
   * @return a value with these fields
   */
  public static ProcessWriteStdinParams of(String processHandle) {
    return new ProcessWriteStdinParams(Wire.object("processHandle", processHandle));
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
  public ProcessWriteStdinParams closeStdin(boolean value) {
    return new ProcessWriteStdinParams(Wire.with(json(), "closeStdin", value));
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
  public ProcessWriteStdinParams deltaBase64(String value) {
    return new ProcessWriteStdinParams(Wire.with(json(), "deltaBase64", value));
  }

  /**
   * Client-supplied, connection-scoped `processHandle` from `process/spawn`.
   *
   * @return {@code processHandle}
   */
  public String processHandle() {
    return Wire.text(json(), "processHandle");
  }
}
