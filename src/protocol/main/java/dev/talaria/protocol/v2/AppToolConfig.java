// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code AppToolConfig} of the protocol. */
public final class AppToolConfig extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AppToolConfig(JsonNode json) {
    super(json);
  }

  /** {@return {@code approval_mode}; empty when absent or null} */
  public Optional<AppToolApproval> approvalMode() {
    return Wire.optional(json(), "approval_mode", AppToolApproval::read);
  }

  /** {@return {@code enabled}; empty when absent or null} */
  public Optional<Boolean> enabled() {
    return Wire.optional(json(), "enabled", Wire::flag);
  }
}
