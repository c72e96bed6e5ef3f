// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;

/** Empty success response for `process/resizePty`. */
@Experimental
public final class ProcessResizePtyResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ProcessResizePtyResponse(JsonNode json) {
    super(json);
  }
}
