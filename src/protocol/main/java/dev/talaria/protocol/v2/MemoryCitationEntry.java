// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code MemoryCitationEntry} of the protocol. */
public final class MemoryCitationEntry extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public MemoryCitationEntry(JsonNode json) {
    super(json);
  }

  /** {@return {@code lineEnd}} */
  public long lineEnd() {
    return Wire.required(json(), "lineEnd", Wire::longInteger);
  }

  /** {@return {@code lineStart}} */
  public long lineStart() {
    return Wire.required(json(), "lineStart", Wire::longInteger);
  }

  /** {@return {@code note}} */
  public String note() {
    return Wire.text(json(), "note");
  }

  /** {@return {@code path}} */
  public String path() {
    return Wire.text(json(), "path");
  }
}
