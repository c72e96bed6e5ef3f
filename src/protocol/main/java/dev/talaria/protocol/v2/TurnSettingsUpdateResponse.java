// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The result of {@code turn/settings/update}. */
@Experimental
public final class TurnSettingsUpdateResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public TurnSettingsUpdateResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code status}} */
  public TurnSettingsUpdateStatus status() {
    return Wire.required(json(), "status", TurnSettingsUpdateStatus::read);
  }
}
