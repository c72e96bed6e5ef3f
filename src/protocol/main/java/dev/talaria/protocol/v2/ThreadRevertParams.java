// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/**
 * Replace a paginated thread's durable history with the prefix before one turn.
 *
 * <p>This only changes persisted conversation history. It does not revert local file changes.
 */
public final class ThreadRevertParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadRevertParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param beforeTurnId {@code beforeTurnId}
   * @param threadId {@code threadId}
   * @return a value with these fields
   */
  public static ThreadRevertParams of(String beforeTurnId, String threadId) {
    return new ThreadRevertParams(Wire.object("beforeTurnId", beforeTurnId, "threadId", threadId));
  }

  /**
   * Turn excluded from the replacement history, together with every later turn.
   *
   * @return {@code beforeTurnId}
   */
  public String beforeTurnId() {
    return Wire.text(json(), "beforeTurnId");
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
