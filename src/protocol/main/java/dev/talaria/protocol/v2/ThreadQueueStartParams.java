// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The params of {@code thread/queue/start}. */
@Experimental
public final class ThreadQueueStartParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadQueueStartParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param threadId {@code threadId}
   * @return a value with these fields
   */
  public static ThreadQueueStartParams of(String threadId) {
    return new ThreadQueueStartParams(Wire.object("threadId", threadId));
  }

  /** {@return {@code queuedSubmissionId}; empty when absent or null} */
  public Optional<String> queuedSubmissionId() {
    return Wire.optionalText(json(), "queuedSubmissionId");
  }

  /**
   * Sets {@code queuedSubmissionId}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadQueueStartParams queuedSubmissionId(String value) {
    return new ThreadQueueStartParams(Wire.with(json(), "queuedSubmissionId", value));
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
