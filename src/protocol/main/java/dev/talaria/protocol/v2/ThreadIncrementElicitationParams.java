// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** Parameters for `thread/increment_elicitation`. */
@Experimental
public final class ThreadIncrementElicitationParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadIncrementElicitationParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param threadId {@code threadId}
   * @return a value with these fields
   */
  public static ThreadIncrementElicitationParams of(String threadId) {
    return new ThreadIncrementElicitationParams(Wire.object("threadId", threadId));
  }

  /**
   * Thread whose out-of-band elicitation counter should be incremented.
   *
   * @return {@code threadId}
   */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
