// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** Base64-encoded file contents returned by `fs/readFile`. */
public final class FsReadFileResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public FsReadFileResponse(JsonNode json) {
    super(json);
  }

  /**
   * File contents encoded as base64.
   *
   * @return {@code dataBase64}
   */
  public String dataBase64() {
    return Wire.text(json(), "dataBase64");
  }
}
