// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** Write a file on the host filesystem. */
public final class FsWriteFileParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public FsWriteFileParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param dataBase64 {@code dataBase64}
   * @param path {@code path}
   * @return a value with these fields
   */
  public static FsWriteFileParams of(String dataBase64, String path) {
    return new FsWriteFileParams(Wire.object("dataBase64", dataBase64, "path", path));
  }

  /**
   * File contents encoded as base64.
   *
   * @return {@code dataBase64}
   */
  public String dataBase64() {
    return Wire.text(json(), "dataBase64");
  }

  /**
   * Absolute path to write.
   *
   * @return {@code path}
   */
  public String path() {
    return Wire.text(json(), "path");
  }
}
