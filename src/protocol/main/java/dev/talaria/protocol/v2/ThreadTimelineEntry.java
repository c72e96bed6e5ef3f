// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/**
 * EXPERIMENTAL - one item or turn boundary in canonical rollout order.
 *
 * <p>Its {@code type} says what it is.
 */
public sealed interface ThreadTimelineEntry extends WireValue {

  /**
   * {@return the value of a kind that {@code type} names}
   *
   * @param json an object
   */
  static ThreadTimelineEntry read(JsonNode json) {
    return switch (Wire.kind(json, "type")) {
      case "item" -> new Item(json);
      case "realtime" -> new Realtime(json);
      case "turnStarted" -> new TurnStarted(json);
      case "turnCompleted" -> new TurnCompleted(json);
      default -> new Unrecognized(json);
    };
  }

  /** {@code type} is {@code item}. */
  final class Item extends WireObject implements ThreadTimelineEntry {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Item(JsonNode json) {
      super(json);
    }

    /** {@return {@code item}} */
    public ThreadItem item() {
      return Wire.required(json(), "item", ThreadItem::read);
    }

    /** {@return {@code position}} */
    public long position() {
      return Wire.required(json(), "position", Wire::longInteger);
    }

    /** {@return {@code turnId}} */
    public String turnId() {
      return Wire.text(json(), "turnId");
    }
  }

  /** {@code type} is {@code realtime}. */
  final class Realtime extends WireObject implements ThreadTimelineEntry {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Realtime(JsonNode json) {
      super(json);
    }

    /** {@return {@code item}} */
    public ThreadRealtimeItem item() {
      return Wire.required(json(), "item", ThreadRealtimeItem::read);
    }

    /** {@return {@code position}} */
    public long position() {
      return Wire.required(json(), "position", Wire::longInteger);
    }
  }

  /** {@code type} is {@code turnStarted}. */
  final class TurnStarted extends WireObject implements ThreadTimelineEntry {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public TurnStarted(JsonNode json) {
      super(json);
    }

    /** {@return {@code position}} */
    public long position() {
      return Wire.required(json(), "position", Wire::longInteger);
    }

    /** {@return {@code started_at}; empty when absent or null} */
    public Optional<Long> startedAt() {
      return Wire.optional(json(), "started_at", Wire::longInteger);
    }

    /** {@return {@code turn_id}} */
    public String turnId() {
      return Wire.text(json(), "turn_id");
    }
  }

  /** {@code type} is {@code turnCompleted}. */
  final class TurnCompleted extends WireObject implements ThreadTimelineEntry {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public TurnCompleted(JsonNode json) {
      super(json);
    }

    /** {@return {@code completed_at}; empty when absent or null} */
    public Optional<Long> completedAt() {
      return Wire.optional(json(), "completed_at", Wire::longInteger);
    }

    /** {@return {@code duration_ms}; empty when absent or null} */
    public Optional<Long> durationMs() {
      return Wire.optional(json(), "duration_ms", Wire::longInteger);
    }

    /** {@return {@code error}; empty when absent or null} */
    public Optional<CodexTurnError> error() {
      return Wire.optional(json(), "error", CodexTurnError::new);
    }

    /** {@return {@code position}} */
    public long position() {
      return Wire.required(json(), "position", Wire::longInteger);
    }

    /** {@return {@code started_at}; empty when absent or null} */
    public Optional<Long> startedAt() {
      return Wire.optional(json(), "started_at", Wire::longInteger);
    }

    /** {@return {@code status}} */
    public CodexTurnStatus status() {
      return Wire.required(json(), "status", CodexTurnStatus::read);
    }

    /** {@return {@code turn_id}} */
    public String turnId() {
      return Wire.text(json(), "turn_id");
    }
  }

  /** One with a {@code type} that is not known here. */
  final class Unrecognized extends WireObject implements ThreadTimelineEntry {

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
