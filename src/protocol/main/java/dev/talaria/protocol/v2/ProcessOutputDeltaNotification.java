// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** Base64-encoded output chunk emitted for a streaming `process/spawn` request. */
public final class ProcessOutputDeltaNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ProcessOutputDeltaNotification(JsonNode json) {
    super(json);
  }

  /**
   * True on the final streamed chunk for this stream when output was truncated by
   * `outputBytesCap`.
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
   * Client-supplied, connection-scoped `processHandle` from `process/spawn`.
   *
   * @return {@code processHandle}
   */
  public String processHandle() {
    return Wire.text(json(), "processHandle");
  }

  /**
   * Output stream this chunk belongs to.
   *
   * @return {@code stream}
   */
  public ProcessOutputStream stream() {
    return Wire.required(json(), "stream", ProcessOutputStream::read);
  }
}
