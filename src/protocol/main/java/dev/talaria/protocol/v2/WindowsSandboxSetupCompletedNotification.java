// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** What {@code windowsSandbox/setupCompleted} tells. */
public final class WindowsSandboxSetupCompletedNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public WindowsSandboxSetupCompletedNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code error}; empty when absent or null} */
  public Optional<String> error() {
    return Wire.optionalText(json(), "error");
  }

  /** {@return {@code mode}} */
  public WindowsSandboxSetupMode mode() {
    return Wire.required(json(), "mode", WindowsSandboxSetupMode::read);
  }

  /** {@return {@code success}} */
  public boolean success() {
    return Wire.required(json(), "success", Wire::flag);
  }
}
