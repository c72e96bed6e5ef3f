// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/**
 * Base64-encoded output chunk emitted for a streaming `command/exec` request.
 *
 * <p>These notifications are connection-scoped. If the originating connection closes, the server
 * terminates the process.
 */
public final class CommandExecOutputDeltaNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public CommandExecOutputDeltaNotification(JsonNode json) {
    super(json);
  }

  /**
   * `true` on the final streamed chunk for a stream when `outputBytesCap` truncated later output
   * on that stream.
   *
   * @return {@code capReached}
   */
  public boolean capReached() {
    return Wire.required(json(), "capReached", Wire::flag);
  }

  /**
   * Base64-encoded output bytes.
   *
   * @return {@code deltaBase64}
   */
  public String deltaBase64() {
    return Wire.text(json(), "deltaBase64");
  }

  /**
   * Client-supplied, connection-scoped `processId` from the original `command/exec` request.
   *
   * @return {@code processId}
   */
  public String processId() {
    return Wire.text(json(), "processId");
  }

  /**
   * Output stream for this chunk.
   *
   * @return {@code stream}
   */
  public CommandExecOutputStream stream() {
    return Wire.required(json(), "stream", CommandExecOutputStream::read);
  }
}
