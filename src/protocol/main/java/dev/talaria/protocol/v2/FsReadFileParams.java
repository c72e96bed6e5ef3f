// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** Read a file from the host filesystem. */
public final class FsReadFileParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public FsReadFileParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param path {@code path}
   * @return a value with these fields
   */
  public static FsReadFileParams of(String path) {
    return new FsReadFileParams(Wire.object("path", path));
  }

  /**
   * Absolute path to read.
   *
   * @return {@code path}
   */
  public String path() {
    return Wire.text(json(), "path");
  }
}
