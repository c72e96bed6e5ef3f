// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/**
 * Calling `thread/guardianReview` subscribes the connection to the thread. The subscription
 * remains after the review completes, keeping the thread loaded until the client calls
 * `thread/unsubscribe` or disconnects.
 */
@Experimental
public final class ThreadGuardianReviewParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadGuardianReviewParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param threadId {@code threadId}
   * @return a value with these fields
   */
  public static ThreadGuardianReviewParams of(String threadId) {
    return new ThreadGuardianReviewParams(Wire.object("threadId", threadId));
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
