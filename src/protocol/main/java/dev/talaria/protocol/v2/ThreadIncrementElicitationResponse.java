// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** Response for `thread/increment_elicitation`. */
@Experimental
public final class ThreadIncrementElicitationResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadIncrementElicitationResponse(JsonNode json) {
    super(json);
  }

  /**
   * Current out-of-band elicitation count after the increment.
   *
   * @return {@code count}
   */
  public long count() {
    return Wire.required(json(), "count", Wire::longInteger);
  }

  /**
   * Whether timeout accounting is paused after applying the increment.
   *
   * @return {@code paused}
   */
  public boolean paused() {
    return Wire.required(json(), "paused", Wire::flag);
  }
}
