// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code ProjectRoot} of the protocol. */
public final class ProjectRoot extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ProjectRoot(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param path {@code path}
   * @return a value with these fields
   */
  public static ProjectRoot of(String path) {
    return new ProjectRoot(Wire.object("path", path));
  }

  /** {@return {@code path}} */
  public String path() {
    return Wire.text(json(), "path");
  }
}
