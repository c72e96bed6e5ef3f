// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code ServerDiagnosticsProcess} of the protocol. */
public final class ServerDiagnosticsProcess extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ServerDiagnosticsProcess(JsonNode json) {
    super(json);
  }

  /** {@return {@code id}} */
  public long id() {
    return Wire.required(json(), "id", Wire::longInteger);
  }

  /** {@return {@code physicalFootprintBytes}; empty when absent or null} */
  public Optional<Long> physicalFootprintBytes() {
    return Wire.optional(json(), "physicalFootprintBytes", Wire::longInteger);
  }

  /** {@return {@code residentMemoryBytes}; empty when absent or null} */
  public Optional<Long> residentMemoryBytes() {
    return Wire.optional(json(), "residentMemoryBytes", Wire::longInteger);
  }
}
