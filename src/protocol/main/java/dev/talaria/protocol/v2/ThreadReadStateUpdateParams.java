// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The params of {@code thread/readState/update}. */
@Experimental
public final class ThreadReadStateUpdateParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadReadStateUpdateParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param expectedRevision {@code expectedRevision}
   * @param operation {@code operation}
   * @param threadId {@code threadId}
   * @return a value with these fields
   */
  public static ThreadReadStateUpdateParams of(String expectedRevision, ThreadReadStateOperation operation, String threadId) {
    return new ThreadReadStateUpdateParams(Wire.object("expectedRevision", expectedRevision, "operation", operation, "threadId", threadId));
  }

  /**
   * Revision of the row or transcript actually seen. Conflicts require a fresh user action.
   *
   * @return {@code expectedRevision}
   */
  public String expectedRevision() {
    return Wire.text(json(), "expectedRevision");
  }

  /** {@return {@code operation}} */
  public ThreadReadStateOperation operation() {
    return Wire.required(json(), "operation", ThreadReadStateOperation::read);
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
