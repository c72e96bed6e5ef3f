// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;

/** Successful response for `fs/unwatch`. */
public final class FsUnwatchResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public FsUnwatchResponse(JsonNode json) {
    super(json);
  }
}
