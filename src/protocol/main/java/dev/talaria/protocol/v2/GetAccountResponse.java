// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The result of {@code account/read}. */
public final class GetAccountResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public GetAccountResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code account}; empty when absent or null} */
  public Optional<Account> account() {
    return Wire.optional(json(), "account", Account::read);
  }

  /** {@return {@code requiresOpenaiAuth}} */
  public boolean requiresOpenaiAuth() {
    return Wire.required(json(), "requiresOpenaiAuth", Wire::flag);
  }

  /**
   * ChatGPT user ID belonging to this account response, when available.
   *
   * @return {@code userId}; empty when absent or null
   */
  public Optional<String> userId() {
    return Wire.optionalText(json(), "userId");
  }

  /** {@return {@code workspaceRouting}; empty when absent or null} */
  @Experimental
  public Optional<WorkspaceRouting> workspaceRouting() {
    return Wire.optional(json(), "workspaceRouting", WorkspaceRouting::new);
  }
}
