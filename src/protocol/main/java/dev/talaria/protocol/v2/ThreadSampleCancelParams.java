// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The params of {@code thread/sample/cancel}. */
@Experimental
public final class ThreadSampleCancelParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadSampleCancelParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param requestId {@code requestId}
   * @return a value with these fields
   */
  public static ThreadSampleCancelParams of(RequestId requestId) {
    return new ThreadSampleCancelParams(Wire.object("requestId", requestId));
  }

  /** {@return {@code requestId}} */
  public RequestId requestId() {
    return Wire.required(json(), "requestId", RequestId::new);
  }
}
