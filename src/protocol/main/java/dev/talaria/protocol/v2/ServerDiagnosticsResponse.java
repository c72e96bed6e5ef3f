// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** The result of {@code server/diagnostics}. */
@Experimental
public final class ServerDiagnosticsResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ServerDiagnosticsResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code gauges}} */
  public List<ServerDiagnosticsGauge> gauges() {
    return Wire.list(json(), "gauges", ServerDiagnosticsGauge::new);
  }

  /** {@return {@code process}} */
  public ServerDiagnosticsProcess process() {
    return Wire.required(json(), "process", ServerDiagnosticsProcess::new);
  }
}
