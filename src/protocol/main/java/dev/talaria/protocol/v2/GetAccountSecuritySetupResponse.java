// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/**
 * Optional security reminder bound to the account that fetched it. Unavailable or ineligible
 * accounts return no notice; this read never changes account security.
 */
public final class GetAccountSecuritySetupResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public GetAccountSecuritySetupResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code notice}; empty when absent or null} */
  public Optional<AccountSecuritySetupNotice> notice() {
    return Wire.optional(json(), "notice", AccountSecuritySetupNotice::new);
  }
}
