// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code FileUpdateChange} of the protocol. */
public final class FileUpdateChange extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public FileUpdateChange(JsonNode json) {
    super(json);
  }

  /** {@return {@code diff}} */
  public String diff() {
    return Wire.text(json(), "diff");
  }

  /** {@return {@code kind}} */
  public PatchChangeKind kind() {
    return Wire.required(json(), "kind", PatchChangeKind::read);
  }

  /** {@return {@code path}} */
  public String path() {
    return Wire.text(json(), "path");
  }
}
