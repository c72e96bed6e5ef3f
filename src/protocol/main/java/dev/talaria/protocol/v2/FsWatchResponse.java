// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** Successful response for `fs/watch`. */
public final class FsWatchResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public FsWatchResponse(JsonNode json) {
    super(json);
  }

  /**
   * Canonicalized path associated with the watch.
   *
   * @return {@code path}
   */
  public String path() {
    return Wire.text(json(), "path");
  }
}
