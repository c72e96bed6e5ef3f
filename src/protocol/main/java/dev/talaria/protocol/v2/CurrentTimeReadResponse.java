// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The answer to {@code currentTime/read}. */
@Experimental
public final class CurrentTimeReadResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public CurrentTimeReadResponse(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param currentTimeAt {@code currentTimeAt}
   * @return a value with these fields
   */
  public static CurrentTimeReadResponse of(long currentTimeAt) {
    return new CurrentTimeReadResponse(Wire.object("currentTimeAt", currentTimeAt));
  }

  /**
   * Current time as whole Unix seconds.
   *
   * @return {@code currentTimeAt}
   */
  public long currentTimeAt() {
    return Wire.required(json(), "currentTimeAt", Wire::longInteger);
  }
}
