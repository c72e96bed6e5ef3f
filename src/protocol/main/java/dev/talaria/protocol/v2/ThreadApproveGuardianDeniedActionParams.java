// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The params of {@code thread/approveGuardianDeniedAction}. */
public final class ThreadApproveGuardianDeniedActionParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadApproveGuardianDeniedActionParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param event {@code event}
   * @param threadId {@code threadId}
   * @return a value with these fields
   */
  public static ThreadApproveGuardianDeniedActionParams of(JsonNode event, String threadId) {
    return new ThreadApproveGuardianDeniedActionParams(Wire.object("event", event, "threadId", threadId));
  }

  /**
   * Serialized `codex_protocol::protocol::GuardianAssessmentEvent`.
   *
   * @return {@code event}; a missing node when absent
   */
  public JsonNode event() {
    return json().path("event");
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
