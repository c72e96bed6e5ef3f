// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The params of {@code remoteControl/disable}. */
public final class RemoteControlDisableParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public RemoteControlDisableParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static RemoteControlDisableParams of() {
    return new RemoteControlDisableParams(Wire.object());
  }

  /** {@return {@code ephemeral}; empty when absent or null} */
  public Optional<Boolean> ephemeral() {
    return Wire.optional(json(), "ephemeral", Wire::flag);
  }

  /**
   * Sets {@code ephemeral}.
   *
   * @param value not null
   * @return a copy with it
   */
  public RemoteControlDisableParams ephemeral(boolean value) {
    return new RemoteControlDisableParams(Wire.with(json(), "ephemeral", value));
  }
}
