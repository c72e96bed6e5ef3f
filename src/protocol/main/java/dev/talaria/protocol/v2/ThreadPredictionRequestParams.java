// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The params of {@code thread/prediction/request}. */
@Experimental
public final class ThreadPredictionRequestParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadPredictionRequestParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param sourceTurnId {@code sourceTurnId}
   * @param threadId {@code threadId}
   * @return a value with these fields
   */
  public static ThreadPredictionRequestParams of(String sourceTurnId, String threadId) {
    return new ThreadPredictionRequestParams(Wire.object("sourceTurnId", sourceTurnId, "threadId", threadId));
  }

  /** {@return {@code sourceTurnId}} */
  public String sourceTurnId() {
    return Wire.text(json(), "sourceTurnId");
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
