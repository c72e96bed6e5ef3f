// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Map;

/** {@code ApplicationNetworkRequirements} of the protocol. */
public final class ApplicationNetworkRequirements extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ApplicationNetworkRequirements(JsonNode json) {
    super(json);
  }

  /** {@return {@code domains}} */
  public Map<String, NetworkDomainPermission> domains() {
    return Wire.map(json(), "domains", NetworkDomainPermission::read);
  }

  /**
   * When enabled, only explicitly allowed exact domains may be contacted.
   *
   * @return {@code enabled}
   */
  public boolean enabled() {
    return Wire.required(json(), "enabled", Wire::flag);
  }
}
