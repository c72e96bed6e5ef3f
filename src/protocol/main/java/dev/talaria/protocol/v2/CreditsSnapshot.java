// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code CreditsSnapshot} of the protocol. */
public final class CreditsSnapshot extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public CreditsSnapshot(JsonNode json) {
    super(json);
  }

  /** {@return {@code balance}; empty when absent or null} */
  public Optional<String> balance() {
    return Wire.optionalText(json(), "balance");
  }

  /** {@return {@code hasCredits}} */
  public boolean hasCredits() {
    return Wire.required(json(), "hasCredits", Wire::flag);
  }

  /** {@return {@code unlimited}} */
  public boolean unlimited() {
    return Wire.required(json(), "unlimited", Wire::flag);
  }
}
