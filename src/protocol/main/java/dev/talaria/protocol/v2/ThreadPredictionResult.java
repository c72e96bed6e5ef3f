// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/**
 * {@code ThreadPredictionResult} of the protocol.
 *
 * <p>Its {@code type} says what it is.
 */
public sealed interface ThreadPredictionResult extends WireValue {

  /**
   * {@return the value of a kind that {@code type} names}
   *
   * @param json an object
   */
  static ThreadPredictionResult read(JsonNode json) {
    return switch (Wire.kind(json, "type")) {
      case "completed" -> new Completed(json);
      case "failed" -> new Failed(json);
      default -> new Unrecognized(json);
    };
  }

  /** {@code type} is {@code completed}. */
  final class Completed extends WireObject implements ThreadPredictionResult {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Completed(JsonNode json) {
      super(json);
    }

    /** {@return {@code text}; empty when absent or null} */
    public Optional<String> text() {
      return Wire.optionalText(json(), "text");
    }
  }

  /** {@code type} is {@code failed}. */
  final class Failed extends WireObject implements ThreadPredictionResult {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Failed(JsonNode json) {
      super(json);
    }
  }

  /** One with a {@code type} that is not known here. */
  final class Unrecognized extends WireObject implements ThreadPredictionResult {

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
