// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The params of {@code accountSession/switch}. */
@Experimental
public final class AccountSessionsSwitchParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AccountSessionsSwitchParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param accountId {@code accountId}
   * @param sessionId {@code sessionId}
   * @return a value with these fields
   */
  public static AccountSessionsSwitchParams of(String accountId, String sessionId) {
    return new AccountSessionsSwitchParams(Wire.object("accountId", accountId, "sessionId", sessionId));
  }

  /**
   * Workspace to select within that login; this is not a user identifier.
   *
   * @return {@code accountId}
   */
  public String accountId() {
    return Wire.text(json(), "accountId");
  }

  /**
   * Allow Core to start browser sign-in if this session needs SSO for the workspace.
   *
   * @return {@code allowBrowserLogin}; empty when absent or null
   */
  public Optional<Boolean> allowBrowserLogin() {
    return Wire.optional(json(), "allowBrowserLogin", Wire::flag);
  }

  /**
   * Sets {@code allowBrowserLogin}.
   *
   * @param value not null
   * @return a copy with it
   */
  public AccountSessionsSwitchParams allowBrowserLogin(boolean value) {
    return new AccountSessionsSwitchParams(Wire.with(json(), "allowBrowserLogin", value));
  }

  /**
   * Opaque active-login identifier returned by accountSession/list.
   *
   * @return {@code sessionId}
   */
  public String sessionId() {
    return Wire.text(json(), "sessionId");
  }
}
