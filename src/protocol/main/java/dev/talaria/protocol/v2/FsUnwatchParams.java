// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** Stop filesystem watch notifications for a prior `fs/watch`. */
public final class FsUnwatchParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public FsUnwatchParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param watchId {@code watchId}
   * @return a value with these fields
   */
  public static FsUnwatchParams of(String watchId) {
    return new FsUnwatchParams(Wire.object("watchId", watchId));
  }

  /**
   * Watch identifier previously provided to `fs/watch`.
   *
   * @return {@code watchId}
   */
  public String watchId() {
    return Wire.text(json(), "watchId");
  }
}
