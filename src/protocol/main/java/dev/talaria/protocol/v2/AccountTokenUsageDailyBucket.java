// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code AccountTokenUsageDailyBucket} of the protocol. */
public final class AccountTokenUsageDailyBucket extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AccountTokenUsageDailyBucket(JsonNode json) {
    super(json);
  }

  /** {@return {@code startDate}} */
  public String startDate() {
    return Wire.text(json(), "startDate");
  }

  /** {@return {@code tokens}} */
  public long tokens() {
    return Wire.required(json(), "tokens", Wire::longInteger);
  }
}
