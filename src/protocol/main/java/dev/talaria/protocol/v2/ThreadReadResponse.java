// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The result of {@code thread/read}. */
public final class ThreadReadResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadReadResponse(JsonNode json) {
    super(json);
  }

  /**
   * Local receipt. Null means this thread's durable read state is unavailable.
   *
   * @return {@code readState}; empty when absent or null
   */
  @Experimental
  public Optional<ThreadReadState> readState() {
    return Wire.optional(json(), "readState", ThreadReadState::new);
  }

  /** {@return {@code thread}} */
  public CodexThread thread() {
    return Wire.required(json(), "thread", CodexThread::new);
  }
}
