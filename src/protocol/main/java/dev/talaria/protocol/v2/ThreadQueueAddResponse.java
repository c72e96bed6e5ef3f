// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The result of {@code thread/queue/add}. */
@Experimental
public final class ThreadQueueAddResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadQueueAddResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code queuedSubmission}} */
  public QueuedSubmission queuedSubmission() {
    return Wire.required(json(), "queuedSubmission", QueuedSubmission::new);
  }
}
