// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;

/**
 * {@code ThreadUnreadPosition} of the protocol.
 *
 * <p>Its {@code type} says what it is.
 */
public sealed interface ThreadUnreadPosition extends WireValue {

  /**
   * {@return the value of a kind that {@code type} names}
   *
   * @param json an object
   */
  static ThreadUnreadPosition read(JsonNode json) {
    return switch (Wire.kind(json, "type")) {
      case "threadStart" -> new ThreadStart(json);
      case "turn" -> new Turn(json);
      default -> new Unrecognized(json);
    };
  }

  /** Explicitly marked unread, including when the thread has no turns. */
  final class ThreadStart extends WireObject implements ThreadUnreadPosition {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public ThreadStart(JsonNode json) {
      super(json);
    }
  }

  /** The earliest completed result needing attention. */
  final class Turn extends WireObject implements ThreadUnreadPosition {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Turn(JsonNode json) {
      super(json);
    }

    /** {@return {@code turnId}} */
    public String turnId() {
      return Wire.text(json(), "turnId");
    }
  }

  /** One with a {@code type} that is not known here. */
  final class Unrecognized extends WireObject implements ThreadUnreadPosition {

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
