// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** What {@code account/updated} tells. */
public final class AccountUpdatedNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AccountUpdatedNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code authMode}; empty when absent or null} */
  public Optional<AuthMode> authMode() {
    return Wire.optional(json(), "authMode", AuthMode::read);
  }

  /** {@return {@code planType}; empty when absent or null} */
  public Optional<PlanType> planType() {
    return Wire.optional(json(), "planType", PlanType::read);
  }
}
