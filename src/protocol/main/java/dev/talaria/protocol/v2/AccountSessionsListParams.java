// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The params of {@code accountSession/list}. */
@Experimental
public final class AccountSessionsListParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AccountSessionsListParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static AccountSessionsListParams of() {
    return new AccountSessionsListParams(Wire.object());
  }

  /** {@return {@code refreshWorkspaceMetadata}; empty when absent or null} */
  public Optional<Boolean> refreshWorkspaceMetadata() {
    return Wire.optional(json(), "refreshWorkspaceMetadata", Wire::flag);
  }

  /**
   * Sets {@code refreshWorkspaceMetadata}.
   *
   * @param value not null
   * @return a copy with it
   */
  public AccountSessionsListParams refreshWorkspaceMetadata(boolean value) {
    return new AccountSessionsListParams(Wire.with(json(), "refreshWorkspaceMetadata", value));
  }
}
