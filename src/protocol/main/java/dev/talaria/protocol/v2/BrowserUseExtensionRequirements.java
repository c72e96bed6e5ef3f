// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** {@code BrowserUseExtensionRequirements} of the protocol. */
public final class BrowserUseExtensionRequirements extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public BrowserUseExtensionRequirements(JsonNode json) {
    super(json);
  }

  /** {@return {@code requestHeaders}; empty also when absent or null} */
  public List<RequestHeader> requestHeaders() {
    return Wire.list(json(), "requestHeaders", RequestHeader::new);
  }
}
