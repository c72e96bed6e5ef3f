// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** A directory entry returned by `fs/readDirectory`. */
public final class FsReadDirectoryEntry extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public FsReadDirectoryEntry(JsonNode json) {
    super(json);
  }

  /**
   * Direct child entry name only, not an absolute or relative path.
   *
   * @return {@code fileName}
   */
  public String fileName() {
    return Wire.text(json(), "fileName");
  }

  /**
   * Whether this entry resolves to a directory.
   *
   * @return {@code isDirectory}
   */
  public boolean isDirectory() {
    return Wire.required(json(), "isDirectory", Wire::flag);
  }

  /**
   * Whether this entry resolves to a regular file.
   *
   * @return {@code isFile}
   */
  public boolean isFile() {
    return Wire.required(json(), "isFile", Wire::flag);
  }
}
