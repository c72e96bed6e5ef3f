// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** List direct child names for a directory. */
public final class FsReadDirectoryParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public FsReadDirectoryParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param path {@code path}
   * @return a value with these fields
   */
  public static FsReadDirectoryParams of(String path) {
    return new FsReadDirectoryParams(Wire.object("path", path));
  }

  /**
   * Absolute directory path to read.
   *
   * @return {@code path}
   */
  public String path() {
    return Wire.text(json(), "path");
  }
}
