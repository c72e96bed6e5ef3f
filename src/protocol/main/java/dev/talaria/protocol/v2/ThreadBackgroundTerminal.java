// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code ThreadBackgroundTerminal} of the protocol. */
@Experimental
public final class ThreadBackgroundTerminal extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadBackgroundTerminal(JsonNode json) {
    super(json);
  }

  /** {@return {@code command}} */
  public String command() {
    return Wire.text(json(), "command");
  }

  /** {@return {@code cpuPercent}; empty when absent or null} */
  public Optional<Double> cpuPercent() {
    return Wire.optional(json(), "cpuPercent", Wire::number);
  }

  /** {@return {@code cwd}} */
  public String cwd() {
    return Wire.text(json(), "cwd");
  }

  /** {@return {@code itemId}} */
  public String itemId() {
    return Wire.text(json(), "itemId");
  }

  /** {@return {@code osPid}; empty when absent or null} */
  public Optional<Long> osPid() {
    return Wire.optional(json(), "osPid", Wire::longInteger);
  }

  /** {@return {@code processId}} */
  public String processId() {
    return Wire.text(json(), "processId");
  }

  /** {@return {@code rssKb}; empty when absent or null} */
  public Optional<Long> rssKb() {
    return Wire.optional(json(), "rssKb", Wire::longInteger);
  }
}
