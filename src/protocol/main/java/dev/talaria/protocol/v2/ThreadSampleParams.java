// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Map;
import java.util.Optional;

/** The params of {@code thread/sample}. */
@Experimental
public final class ThreadSampleParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadSampleParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param expectedTurnId {@code expectedTurnId}
   * @param prompt {@code prompt}
   * @param threadId {@code threadId}
   * @return a value with these fields
   */
  public static ThreadSampleParams of(String expectedTurnId, String prompt, String threadId) {
    return new ThreadSampleParams(Wire.object("expectedTurnId", expectedTurnId, "prompt", prompt, "threadId", threadId));
  }

  /**
   * Allow sampling the latest turn before it finishes.
   *
   * @return {@code allowInProgressTurn}; empty when absent or null
   */
  public Optional<Boolean> allowInProgressTurn() {
    return Wire.optional(json(), "allowInProgressTurn", Wire::flag);
  }

  /**
   * Sets {@code allowInProgressTurn}.
   *
   * @param value not null
   * @return a copy with it
   */
  public ThreadSampleParams allowInProgressTurn(boolean value) {
    return new ThreadSampleParams(Wire.with(json(), "allowInProgressTurn", value));
  }

  /**
   * Disable MCP servers when the inherited window uses incremental tools on Responses Lite.
   *
   * @return {@code disableMcp}; empty when absent or null
   */
  public Optional<Boolean> disableMcp() {
    return Wire.optional(json(), "disableMcp", Wire::flag);
  }

  /**
   * Sets {@code disableMcp}.
   *
   * @param value not null
   * @return a copy with it
   */
  public ThreadSampleParams disableMcp(boolean value) {
    return new ThreadSampleParams(Wire.with(json(), "disableMcp", value));
  }

  /**
   * Applied only when the provider and model support cache-preserving reasoning-effort updates.
   *
   * @return {@code effort}; empty when absent or null
   */
  public Optional<String> effort() {
    return Wire.optionalText(json(), "effort");
  }

  /**
   * Sets {@code effort}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadSampleParams effort(String value) {
    return new ThreadSampleParams(Wire.with(json(), "effort", value));
  }

  /**
   * The loaded source's latest turn, which must be finished (completed, failed, or interrupted)
   * unless `allowInProgressTurn` is true.
   *
   * @return {@code expectedTurnId}
   */
  public String expectedTurnId() {
    return Wire.text(json(), "expectedTurnId");
  }

  /**
   * Override upstream interruption on cancellation for this sample; otherwise inherit the
   * parent.
   *
   * @return {@code interruptOnCancel}; empty when absent or null
   */
  public Optional<Boolean> interruptOnCancel() {
    return Wire.optional(json(), "interruptOnCancel", Wire::flag);
  }

  /**
   * Sets {@code interruptOnCancel}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadSampleParams interruptOnCancel(Boolean value) {
    return new ThreadSampleParams(Wire.with(json(), "interruptOnCancel", value));
  }

  /** {@return {@code prompt}} */
  public String prompt() {
    return Wire.text(json(), "prompt");
  }

  /**
   * Optional metadata to enrich Codex's ResponsesAPI turn metadata.
   *
   * @return {@code responsesapiClientMetadata}; empty also when absent or null
   */
  public Map<String, String> responsesapiClientMetadata() {
    return Wire.map(json(), "responsesapiClientMetadata", Wire::text);
  }

  /**
   * Sets {@code responsesapiClientMetadata}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadSampleParams responsesapiClientMetadata(Map<String, String> value) {
    return new ThreadSampleParams(Wire.with(json(), "responsesapiClientMetadata", value));
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }

  /** {@return {@code threadSource}; empty when absent or null} */
  public Optional<String> threadSource() {
    return Wire.optionalText(json(), "threadSource");
  }

  /**
   * Sets {@code threadSource}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadSampleParams threadSource(String value) {
    return new ThreadSampleParams(Wire.with(json(), "threadSource", value));
  }

  /** {@return {@code turnTrigger}; empty when absent or null} */
  public Optional<String> turnTrigger() {
    return Wire.optionalText(json(), "turnTrigger");
  }

  /**
   * Sets {@code turnTrigger}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ThreadSampleParams turnTrigger(String value) {
    return new ThreadSampleParams(Wire.with(json(), "turnTrigger", value));
  }
}
