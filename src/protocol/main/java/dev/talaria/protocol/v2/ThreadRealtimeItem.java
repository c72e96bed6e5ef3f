// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;

/**
 * EXPERIMENTAL - a thread-scoped realtime item in the canonical timeline.
 *
 * <p>Its {@code type} says what it is.
 */
public sealed interface ThreadRealtimeItem extends WireValue {

  /**
   * {@return the value of a kind that {@code type} names}
   *
   * @param json an object
   */
  static ThreadRealtimeItem read(JsonNode json) {
    return switch (Wire.kind(json, "type")) {
      case "realtimeSessionStarted" -> new RealtimeSessionStarted(json);
      case "transcriptSegment" -> new TranscriptSegment(json);
      case "bemItemPromoted" -> new BemItemPromoted(json);
      case "realtimeSessionClosed" -> new RealtimeSessionClosed(json);
      default -> new Unrecognized(json);
    };
  }

  /** {@return {@code id}} */
  default String id() {
    return Wire.text(json(), "id");
  }

  /** {@return {@code realtimeSessionId}} */
  default String realtimeSessionId() {
    return Wire.text(json(), "realtimeSessionId");
  }

  /** {@code type} is {@code realtimeSessionStarted}. */
  final class RealtimeSessionStarted extends WireObject implements ThreadRealtimeItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public RealtimeSessionStarted(JsonNode json) {
      super(json);
    }
  }

  /** {@code type} is {@code transcriptSegment}. */
  final class TranscriptSegment extends WireObject implements ThreadRealtimeItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public TranscriptSegment(JsonNode json) {
      super(json);
    }

    /** {@return {@code role}} */
    @Experimental
    public ThreadRealtimeTranscriptRole role() {
      return Wire.required(json(), "role", ThreadRealtimeTranscriptRole::read);
    }

    /** {@return {@code text}} */
    @Experimental
    public String text() {
      return Wire.text(json(), "text");
    }
  }

  /** {@code type} is {@code bemItemPromoted}. */
  final class BemItemPromoted extends WireObject implements ThreadRealtimeItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public BemItemPromoted(JsonNode json) {
      super(json);
    }

    /** {@return {@code item_id}} */
    @Experimental
    public String itemId() {
      return Wire.text(json(), "item_id");
    }

    /** {@return {@code presentation}} */
    @Experimental
    public ThreadRealtimeBemItemPresentation presentation() {
      return Wire.required(json(), "presentation", ThreadRealtimeBemItemPresentation::read);
    }

    /** {@return {@code turn_id}} */
    @Experimental
    public String turnId() {
      return Wire.text(json(), "turn_id");
    }
  }

  /** {@code type} is {@code realtimeSessionClosed}. */
  final class RealtimeSessionClosed extends WireObject implements ThreadRealtimeItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public RealtimeSessionClosed(JsonNode json) {
      super(json);
    }

    /** {@return {@code outcome}} */
    @Experimental
    public ThreadRealtimeSessionOutcome outcome() {
      return Wire.required(json(), "outcome", ThreadRealtimeSessionOutcome::read);
    }
  }

  /** One with a {@code type} that is not known here. */
  final class Unrecognized extends WireObject implements ThreadRealtimeItem {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Unrecognized(JsonNode json) {
      super(json);
    }
  }
}
