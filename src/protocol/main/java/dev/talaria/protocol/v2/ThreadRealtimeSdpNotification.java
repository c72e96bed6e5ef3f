// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** EXPERIMENTAL - emitted with the remote SDP for a WebRTC realtime session. */
public final class ThreadRealtimeSdpNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadRealtimeSdpNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code sdp}} */
  public String sdp() {
    return Wire.text(json(), "sdp");
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }
}
