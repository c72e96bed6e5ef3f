// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code SpendControlLimitSnapshot} of the protocol. */
public final class SpendControlLimitSnapshot extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public SpendControlLimitSnapshot(JsonNode json) {
    super(json);
  }

  /** {@return {@code limit}} */
  public String limit() {
    return Wire.text(json(), "limit");
  }

  /** {@return {@code remainingPercent}} */
  public int remainingPercent() {
    return Wire.required(json(), "remainingPercent", Wire::integer);
  }

  /** {@return {@code resetsAt}} */
  public long resetsAt() {
    return Wire.required(json(), "resetsAt", Wire::longInteger);
  }

  /** {@return {@code used}} */
  public String used() {
    return Wire.text(json(), "used");
  }
}
