// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** A presentation instruction for Chat to apply to this answer when recovering history. */
public final class AgentMessageDisplay extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AgentMessageDisplay(JsonNode json) {
    super(json);
  }

  /**
   * Unknown actions must be left for the producing client to handle.
   *
   * @return {@code action}
   */
  public String action() {
    return Wire.text(json(), "action");
  }

  /** {@return {@code blockType}; empty when absent or null} */
  public Optional<String> blockType() {
    return Wire.optionalText(json(), "blockType");
  }

  /** {@return {@code checkTrustedContacts}; empty when absent or null} */
  public Optional<Boolean> checkTrustedContacts() {
    return Wire.optional(json(), "checkTrustedContacts", Wire::flag);
  }

  /** {@return {@code cyberTrustedAccess}; empty when absent or null} */
  public Optional<Boolean> cyberTrustedAccess() {
    return Wire.optional(json(), "cyberTrustedAccess", Wire::flag);
  }
}
