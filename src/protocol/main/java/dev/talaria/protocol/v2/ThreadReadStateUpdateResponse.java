// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The result of {@code thread/readState/update}. */
@Experimental
public final class ThreadReadStateUpdateResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadReadStateUpdateResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code readState}} */
  public ThreadReadState readState() {
    return Wire.required(json(), "readState", ThreadReadState::new);
  }
}
