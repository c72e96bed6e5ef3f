// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code W3cTraceContext} of the protocol. */
public final class W3cTraceContext extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public W3cTraceContext(JsonNode json) {
    super(json);
  }

  /** {@return {@code traceparent}; empty when absent or null} */
  public Optional<String> traceparent() {
    return Wire.optionalText(json(), "traceparent");
  }

  /** {@return {@code tracestate}; empty when absent or null} */
  public Optional<String> tracestate() {
    return Wire.optionalText(json(), "tracestate");
  }
}
