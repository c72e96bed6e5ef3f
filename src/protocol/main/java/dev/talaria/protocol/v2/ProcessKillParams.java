// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** Terminate a running `process/spawn` session. */
@Experimental
public final class ProcessKillParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ProcessKillParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param processHandle {@code processHandle}
   * @return a value with these fields
   */
  public static ProcessKillParams of(String processHandle) {
    return new ProcessKillParams(Wire.object("processHandle", processHandle));
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
