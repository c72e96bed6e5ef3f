// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** {@code AccountSession} of the protocol. */
public final class AccountSession extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AccountSession(JsonNode json) {
    super(json);
  }

  /** {@return {@code displayName}; empty when absent or null} */
  public Optional<String> displayName() {
    return Wire.optionalText(json(), "displayName");
  }

  /** {@return {@code email}; empty when absent or null} */
  public Optional<String> email() {
    return Wire.optionalText(json(), "email");
  }

  /** {@return {@code imageUrl}; empty when absent or null} */
  public Optional<String> imageUrl() {
    return Wire.optionalText(json(), "imageUrl");
  }

  /** {@return {@code isActive}} */
  public boolean isActive() {
    return Wire.required(json(), "isActive", Wire::flag);
  }

  /** {@return {@code lastUsedAt}} */
  public long lastUsedAt() {
    return Wire.required(json(), "lastUsedAt", Wire::longInteger);
  }

  /** {@return {@code selectedWorkspaceAccountId}; empty when absent or null} */
  public Optional<String> selectedWorkspaceAccountId() {
    return Wire.optionalText(json(), "selectedWorkspaceAccountId");
  }

  /** {@return {@code sessionId}} */
  public String sessionId() {
    return Wire.text(json(), "sessionId");
  }

  /** {@return {@code userId}; empty when absent or null} */
  public Optional<String> userId() {
    return Wire.optionalText(json(), "userId");
  }

  /** {@return {@code workspaces}} */
  public List<AccountSessionWorkspace> workspaces() {
    return Wire.list(json(), "workspaces", AccountSessionWorkspace::new);
  }
}
