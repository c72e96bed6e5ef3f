// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** Filesystem watch notification emitted for `fs/watch` subscribers. */
public final class FsChangedNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public FsChangedNotification(JsonNode json) {
    super(json);
  }

  /**
   * File or directory paths associated with this event.
   *
   * @return {@code changedPaths}
   */
  public List<String> changedPaths() {
    return Wire.list(json(), "changedPaths", Wire::text);
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
