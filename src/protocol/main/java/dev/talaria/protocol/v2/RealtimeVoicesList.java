// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** {@code RealtimeVoicesList} of the protocol. */
public final class RealtimeVoicesList extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public RealtimeVoicesList(JsonNode json) {
    super(json);
  }

  /** {@return {@code defaultV1}} */
  public RealtimeVoice defaultV1() {
    return Wire.required(json(), "defaultV1", RealtimeVoice::read);
  }

  /** {@return {@code defaultV2}} */
  public RealtimeVoice defaultV2() {
    return Wire.required(json(), "defaultV2", RealtimeVoice::read);
  }

  /** {@return {@code v1}} */
  public List<RealtimeVoice> v1() {
    return Wire.list(json(), "v1", RealtimeVoice::read);
  }

  /** {@return {@code v2}} */
  public List<RealtimeVoice> v2() {
    return Wire.list(json(), "v2", RealtimeVoice::read);
  }

  /** {@return {@code v3}; empty also when absent or null} */
  public List<RealtimeVoice> v3() {
    return Wire.list(json(), "v3", RealtimeVoice::read);
  }
}
