// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** Metadata returned by `fs/getMetadata`. */
public final class FsGetMetadataResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public FsGetMetadataResponse(JsonNode json) {
    super(json);
  }

  /**
   * File creation time in Unix milliseconds when available, otherwise `0`.
   *
   * @return {@code createdAtMs}
   */
  public long createdAtMs() {
    return Wire.required(json(), "createdAtMs", Wire::longInteger);
  }

  /**
   * Whether the path resolves to a directory.
   *
   * @return {@code isDirectory}
   */
  public boolean isDirectory() {
    return Wire.required(json(), "isDirectory", Wire::flag);
  }

  /**
   * Whether the path resolves to a regular file.
   *
   * @return {@code isFile}
   */
  public boolean isFile() {
    return Wire.required(json(), "isFile", Wire::flag);
  }

  /**
   * Whether the path itself is a symbolic link.
   *
   * @return {@code isSymlink}
   */
  public boolean isSymlink() {
    return Wire.required(json(), "isSymlink", Wire::flag);
  }

  /**
   * File modification time in Unix milliseconds when available, otherwise `0`.
   *
   * @return {@code modifiedAtMs}
   */
  public long modifiedAtMs() {
    return Wire.required(json(), "modifiedAtMs", Wire::longInteger);
  }
}
