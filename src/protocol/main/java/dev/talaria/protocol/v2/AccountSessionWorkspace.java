// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code AccountSessionWorkspace} of the protocol. */
public final class AccountSessionWorkspace extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AccountSessionWorkspace(JsonNode json) {
    super(json);
  }

  /** {@return {@code accountId}} */
  public String accountId() {
    return Wire.text(json(), "accountId");
  }

  /** {@return {@code imageUrl}; empty when absent or null} */
  public Optional<String> imageUrl() {
    return Wire.optionalText(json(), "imageUrl");
  }

  /** {@return {@code kind}; empty when absent or null} */
  public Optional<AccountSessionWorkspaceKind> kind() {
    return Wire.optional(json(), "kind", AccountSessionWorkspaceKind::read);
  }

  /** {@return {@code name}; empty when absent or null} */
  public Optional<String> name() {
    return Wire.optionalText(json(), "name");
  }
}
