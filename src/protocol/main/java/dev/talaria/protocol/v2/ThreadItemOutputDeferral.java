// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code ThreadItemOutputDeferral} of the protocol. */
public final class ThreadItemOutputDeferral extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadItemOutputDeferral(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static ThreadItemOutputDeferral of() {
    return new ThreadItemOutputDeferral(Wire.object());
  }

  /**
   * Defer nonempty output from successful commands.
   *
   * @return {@code commandExecution}; empty when absent or null
   */
  @Experimental
  public Optional<Boolean> commandExecution() {
    return Wire.optional(json(), "commandExecution", Wire::flag);
  }

  /**
   * Sets {@code commandExecution}.
   *
   * @param value not null
   * @return a copy with it
   */
  public ThreadItemOutputDeferral commandExecution(boolean value) {
    return new ThreadItemOutputDeferral(Wire.with(json(), "commandExecution", value));
  }

  /**
   * Defer nonempty plain-text results from successful MCP tool calls.
   *
   * @return {@code mcpToolCall}; empty when absent or null
   */
  @Experimental
  public Optional<Boolean> mcpToolCall() {
    return Wire.optional(json(), "mcpToolCall", Wire::flag);
  }

  /**
   * Sets {@code mcpToolCall}.
   *
   * @param value not null
   * @return a copy with it
   */
  public ThreadItemOutputDeferral mcpToolCall(boolean value) {
    return new ThreadItemOutputDeferral(Wire.with(json(), "mcpToolCall", value));
  }
}
