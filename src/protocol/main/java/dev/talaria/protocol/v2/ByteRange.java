// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code ByteRange} of the protocol. */
public final class ByteRange extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ByteRange(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param end {@code end}
   * @param start {@code start}
   * @return a value with these fields
   */
  public static ByteRange of(long end, long start) {
    return new ByteRange(Wire.object("end", end, "start", start));
  }

  /** {@return {@code end}} */
  public long end() {
    return Wire.required(json(), "end", Wire::longInteger);
  }

  /** {@return {@code start}} */
  public long start() {
    return Wire.required(json(), "start", Wire::longInteger);
  }
}
