// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/**
 * {@code ScheduledTaskSchedule} of the protocol.
 *
 * <p>Its {@code type} says what it is.
 */
public sealed interface ScheduledTaskSchedule extends WireValue {

  /**
   * {@return the value of a kind that {@code type} names}
   *
   * @param json an object
   */
  static ScheduledTaskSchedule read(JsonNode json) {
    return switch (Wire.kind(json, "type")) {
      case "hourly" -> new Hourly(json);
      case "daily" -> new Daily(json);
      case "weekdays" -> new Weekdays(json);
      case "weekly" -> new Weekly(json);
      default -> new Unrecognized(json);
    };
  }

  /** {@code type} is {@code hourly}. */
  final class Hourly extends WireObject implements ScheduledTaskSchedule {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Hourly(JsonNode json) {
      super(json);
    }

    /** {@return {@code days}; empty also when absent or null} */
    public List<ScheduledTaskWeekday> days() {
      return Wire.list(json(), "days", ScheduledTaskWeekday::read);
    }

    /** {@return {@code intervalHours}} */
    public long intervalHours() {
      return Wire.required(json(), "intervalHours", Wire::longInteger);
    }
  }

  /** {@code type} is {@code daily}. */
  final class Daily extends WireObject implements ScheduledTaskSchedule {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Daily(JsonNode json) {
      super(json);
    }

    /** {@return {@code time}} */
    public String time() {
      return Wire.text(json(), "time");
    }
  }

  /** {@code type} is {@code weekdays}. */
  final class Weekdays extends WireObject implements ScheduledTaskSchedule {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Weekdays(JsonNode json) {
      super(json);
    }

    /** {@return {@code time}} */
    public String time() {
      return Wire.text(json(), "time");
    }
  }

  /** {@code type} is {@code weekly}. */
  final class Weekly extends WireObject implements ScheduledTaskSchedule {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Weekly(JsonNode json) {
      super(json);
    }

    /** {@return {@code days}} */
    public List<ScheduledTaskWeekday> days() {
      return Wire.list(json(), "days", ScheduledTaskWeekday::read);
    }

    /** {@return {@code time}} */
    public String time() {
      return Wire.text(json(), "time");
    }
  }

  /** One with a {@code type} that is not known here. */
  final class Unrecognized extends WireObject implements ScheduledTaskSchedule {

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
