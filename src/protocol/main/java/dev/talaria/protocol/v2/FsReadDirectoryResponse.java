// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** Directory entries returned by `fs/readDirectory`. */
public final class FsReadDirectoryResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public FsReadDirectoryResponse(JsonNode json) {
    super(json);
  }

  /**
   * Direct child entries in the requested directory.
   *
   * @return {@code entries}
   */
  public List<FsReadDirectoryEntry> entries() {
    return Wire.list(json(), "entries", FsReadDirectoryEntry::new);
  }
}
