// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;

/** Successful response for `fs/copy`. */
public final class FsCopyResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public FsCopyResponse(JsonNode json) {
    super(json);
  }
}
