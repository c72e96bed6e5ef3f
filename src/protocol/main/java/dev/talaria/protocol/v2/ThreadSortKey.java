// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** {@code ThreadSortKey} of the protocol. */
public enum ThreadSortKey implements WireEnum {
  /** {@code created_at}. */
  CREATED_AT("created_at"),
  /** {@code updated_at}. */
  UPDATED_AT("updated_at"),
  /** {@code recency_at}. */
  RECENCY_AT("recency_at"),
  /** {@code section_position}. */
  SECTION_POSITION("section_position"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  ThreadSortKey(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return Wire.sent(wire);
  }

  /**
   * {@return the constant of a string}
   *
   * @param json a string
   */
  public static ThreadSortKey read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
