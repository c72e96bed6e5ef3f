// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The result of {@code windowsSandbox/setupStart}. */
public final class WindowsSandboxSetupStartResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public WindowsSandboxSetupStartResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code started}} */
  public boolean started() {
    return Wire.required(json(), "started", Wire::flag);
  }
}
