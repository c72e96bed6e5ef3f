// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;

/**
 * {@code ThreadReadStateOperation} of the protocol.
 *
 * <p>Its {@code type} says what it is.
 */
public sealed interface ThreadReadStateOperation extends WireValue {

  /**
   * {@return the value of a kind that {@code type} names}
   *
   * @param json an object
   */
  static ThreadReadStateOperation read(JsonNode json) {
    return switch (Wire.kind(json, "type")) {
      case "read" -> new Read(json);
      case "unread" -> new Unread(json);
      default -> new Unrecognized(json);
    };
  }

  /** {@code type} is {@code read}. */
  final class Read extends WireObject implements ThreadReadStateOperation {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Read(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @return a value with no optional field
     */
    public static Read of() {
      return new Read(Wire.object("type", "read"));
    }
  }

  /** {@code type} is {@code unread}. */
  final class Unread extends WireObject implements ThreadReadStateOperation {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Unread(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @return a value with no optional field
     */
    public static Unread of() {
      return new Unread(Wire.object("type", "unread"));
    }
  }

  /** One with a {@code type} that is not known here. */
  final class Unrecognized extends WireObject implements ThreadReadStateOperation {

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
