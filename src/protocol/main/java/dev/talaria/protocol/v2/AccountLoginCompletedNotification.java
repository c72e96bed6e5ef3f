// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** What {@code account/login/completed} tells. */
public final class AccountLoginCompletedNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AccountLoginCompletedNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code error}; empty when absent or null} */
  public Optional<String> error() {
    return Wire.optionalText(json(), "error");
  }

  /** {@return {@code loginId}; empty when absent or null} */
  public Optional<String> loginId() {
    return Wire.optionalText(json(), "loginId");
  }

  /** {@return {@code onboardingEntrypoint}; empty when absent or null} */
  public Optional<DesktopOnboardingEntrypoint> onboardingEntrypoint() {
    return Wire.optional(json(), "onboardingEntrypoint", DesktopOnboardingEntrypoint::read);
  }

  /** {@return {@code success}} */
  public boolean success() {
    return Wire.required(json(), "success", Wire::flag);
  }
}
