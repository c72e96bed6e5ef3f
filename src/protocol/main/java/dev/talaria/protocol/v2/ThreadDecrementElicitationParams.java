// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** Parameters for `thread/decrement_elicitation`. */
@Experimental
public final class ThreadDecrementElicitationParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadDecrementElicitationParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param threadId {@code threadId}
   * @return a value with these fields
   */
  public static ThreadDecrementElicitationParams of(String threadId) {
    return new ThreadDecrementElicitationParams(Wire.object("threadId", threadId));
  }

  /**
   * Thread whose out-of-band elicitation counter should be decremented.
   *
   * @return {@code threadId}
   */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
