// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** EXPERIMENTAL - thread realtime audio chunk. */
public final class ThreadRealtimeAudioChunk extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadRealtimeAudioChunk(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param data {@code data}
   * @param numChannels {@code numChannels}
   * @param sampleRate {@code sampleRate}
   * @return a value with these fields
   */
  public static ThreadRealtimeAudioChunk of(String data, int numChannels, long sampleRate) {
    return new ThreadRealtimeAudioChunk(Wire.object("data", data, "numChannels", numChannels, "sampleRate", sampleRate));
  }

  /** {@return {@code data}} */
  public String data() {
    return Wire.text(json(), "data");
  }

  /** {@return {@code itemId}; empty when absent or null} */
  public Optional<String> itemId() {
    return Wire.optionalText(json(), "itemId");
  }

  /**
   * Sets {@code itemId}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadRealtimeAudioChunk itemId(String value) {
    return new ThreadRealtimeAudioChunk(Wire.with(json(), "itemId", value));
  }

  /** {@return {@code numChannels}} */
  public int numChannels() {
    return Wire.required(json(), "numChannels", Wire::integer);
  }

  /** {@return {@code sampleRate}} */
  public long sampleRate() {
    return Wire.required(json(), "sampleRate", Wire::longInteger);
  }

  /** {@return {@code samplesPerChannel}; empty when absent or null} */
  public Optional<Long> samplesPerChannel() {
    return Wire.optional(json(), "samplesPerChannel", Wire::longInteger);
  }

  /**
   * Sets {@code samplesPerChannel}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadRealtimeAudioChunk samplesPerChannel(Long value) {
    return new ThreadRealtimeAudioChunk(Wire.with(json(), "samplesPerChannel", value));
  }
}
