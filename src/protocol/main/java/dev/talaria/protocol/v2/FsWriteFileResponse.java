// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;

/** Successful response for `fs/writeFile`. */
public final class FsWriteFileResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public FsWriteFileResponse(JsonNode json) {
    super(json);
  }
}
