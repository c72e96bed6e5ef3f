// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The params of {@code thread/queue/delete}. */
@Experimental
public final class ThreadQueueDeleteParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadQueueDeleteParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param queuedSubmissionId {@code queuedSubmissionId}
   * @param threadId {@code threadId}
   * @return a value with these fields
   */
  public static ThreadQueueDeleteParams of(String queuedSubmissionId, String threadId) {
    return new ThreadQueueDeleteParams(Wire.object("queuedSubmissionId", queuedSubmissionId, "threadId", threadId));
  }

  /** {@return {@code queuedSubmissionId}} */
  public String queuedSubmissionId() {
    return Wire.text(json(), "queuedSubmissionId");
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
