// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/**
 * {@code ThreadStatus} of the protocol.
 *
 * <p>Its {@code type} says what it is.
 */
public sealed interface ThreadStatus extends WireValue {

  /**
   * {@return the value of a kind that {@code type} names}
   *
   * @param json an object
   */
  static ThreadStatus read(JsonNode json) {
    return switch (Wire.kind(json, "type")) {
      case "notLoaded" -> new NotLoaded(json);
      case "idle" -> new Idle(json);
      case "systemError" -> new SystemError(json);
      case "active" -> new Active(json);
      default -> new Unrecognized(json);
    };
  }

  /** {@code type} is {@code notLoaded}. */
  final class NotLoaded extends WireObject implements ThreadStatus {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public NotLoaded(JsonNode json) {
      super(json);
    }
  }

  /** {@code type} is {@code idle}. */
  final class Idle extends WireObject implements ThreadStatus {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Idle(JsonNode json) {
      super(json);
    }
  }

  /** {@code type} is {@code systemError}. */
  final class SystemError extends WireObject implements ThreadStatus {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public SystemError(JsonNode json) {
      super(json);
    }
  }

  /** {@code type} is {@code active}. */
  final class Active extends WireObject implements ThreadStatus {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Active(JsonNode json) {
      super(json);
    }

    /** {@return {@code activeFlags}} */
    public List<ThreadActiveFlag> activeFlags() {
      return Wire.list(json(), "activeFlags", ThreadActiveFlag::read);
    }
  }

  /** One with a {@code type} that is not known here. */
  final class Unrecognized extends WireObject implements ThreadStatus {

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
