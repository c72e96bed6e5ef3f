// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** What {@code account/chatgptAuthTokens/refresh} asks. */
public final class ChatgptAuthTokensRefreshParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ChatgptAuthTokensRefreshParams(JsonNode json) {
    super(json);
  }

  /**
   * Workspace/account identifier that Codex was previously using.
   *
   * <p>Clients that manage multiple accounts/workspaces can use this as a hint to refresh the
   * token for the correct workspace.
   *
   * <p>This may be `null` when the prior auth state did not include a workspace identifier
   * (`chatgpt_account_id`).
   *
   * @return {@code previousAccountId}; empty when absent or null
   */
  public Optional<String> previousAccountId() {
    return Wire.optionalText(json(), "previousAccountId");
  }

  /** {@return {@code reason}} */
  public ChatgptAuthTokensRefreshReason reason() {
    return Wire.required(json(), "reason", ChatgptAuthTokensRefreshReason::read);
  }
}
