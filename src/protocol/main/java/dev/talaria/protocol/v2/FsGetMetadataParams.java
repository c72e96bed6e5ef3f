// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** Request metadata for an absolute path. */
public final class FsGetMetadataParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public FsGetMetadataParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param path {@code path}
   * @return a value with these fields
   */
  public static FsGetMetadataParams of(String path) {
    return new FsGetMetadataParams(Wire.object("path", path));
  }

  /**
   * Absolute path to inspect.
   *
   * @return {@code path}
   */
  public String path() {
    return Wire.text(json(), "path");
  }
}
