// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** The params of {@code thread/queue/reorder}. */
@Experimental
public final class ThreadQueueReorderParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadQueueReorderParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param queuedSubmissionIds {@code queuedSubmissionIds}
   * @param threadId {@code threadId}
   * @return a value with these fields
   */
  public static ThreadQueueReorderParams of(List<String> queuedSubmissionIds, String threadId) {
    return new ThreadQueueReorderParams(Wire.object("queuedSubmissionIds", queuedSubmissionIds, "threadId", threadId));
  }

  /** {@return {@code queuedSubmissionIds}} */
  public List<String> queuedSubmissionIds() {
    return Wire.list(json(), "queuedSubmissionIds", Wire::text);
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
