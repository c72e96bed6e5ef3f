// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;

/** Successful response for `fs/remove`. */
public final class FsRemoveResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public FsRemoveResponse(JsonNode json) {
    super(json);
  }
}
