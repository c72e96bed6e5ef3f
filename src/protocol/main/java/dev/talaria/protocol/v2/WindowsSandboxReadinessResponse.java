// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The result of {@code windowsSandbox/readiness}. */
public final class WindowsSandboxReadinessResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public WindowsSandboxReadinessResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code status}} */
  public WindowsSandboxReadiness status() {
    return Wire.required(json(), "status", WindowsSandboxReadiness::read);
  }
}
