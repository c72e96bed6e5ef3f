// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** The result of {@code accountSession/switch}. */
@Experimental
public final class AccountSessionsSwitchResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AccountSessionsSwitchResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code activeSessionId}; empty when absent or null} */
  public Optional<String> activeSessionId() {
    return Wire.optionalText(json(), "activeSessionId");
  }

  /** {@return {@code sessions}; empty also when absent or null} */
  public List<AccountSession> sessions() {
    return Wire.list(json(), "sessions", AccountSession::new);
  }

  /** {@return {@code auth_url}; empty when absent or null} */
  public Optional<String> authUrl() {
    return Wire.optionalText(json(), "auth_url");
  }

  /** {@return {@code login_id}; empty when absent or null} */
  public Optional<String> loginId() {
    return Wire.optionalText(json(), "login_id");
  }
}
