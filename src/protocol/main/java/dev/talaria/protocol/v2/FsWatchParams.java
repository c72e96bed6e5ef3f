// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** Start filesystem watch notifications for an absolute path. */
public final class FsWatchParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public FsWatchParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param path {@code path}
   * @param watchId {@code watchId}
   * @return a value with these fields
   */
  public static FsWatchParams of(String path, String watchId) {
    return new FsWatchParams(Wire.object("path", path, "watchId", watchId));
  }

  /**
   * Absolute file or directory path to watch.
   *
   * @return {@code path}
   */
  public String path() {
    return Wire.text(json(), "path");
  }

  /**
   * Connection-scoped watch identifier used for `fs/unwatch` and `fs/changed`.
   *
   * @return {@code watchId}
   */
  public String watchId() {
    return Wire.text(json(), "watchId");
  }
}
