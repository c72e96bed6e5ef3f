// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code ModelsRequirements} of the protocol. */
public final class ModelsRequirements extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ModelsRequirements(JsonNode json) {
    super(json);
  }

  /** {@return {@code newThread}; empty when absent or null} */
  public Optional<NewThreadModelDefaults> newThread() {
    return Wire.optional(json(), "newThread", NewThreadModelDefaults::new);
  }
}
