// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** Current status for the requested environment. */
@Experimental
public final class EnvironmentStatusResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public EnvironmentStatusResponse(JsonNode json) {
    super(json);
  }

  /**
   * Human-readable detail for `disconnected` and `unknown`; omitted for other statuses.
   *
   * @return {@code error}; empty when absent or null
   */
  public Optional<String> error() {
    return Wire.optionalText(json(), "error");
  }

  /**
   * Current status observed without starting or recovering the environment.
   *
   * @return {@code status}
   */
  public EnvironmentStatusKind status() {
    return Wire.required(json(), "status", EnvironmentStatusKind::read);
  }
}
