// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/**
 * {@code ImageGenerationFailure} of the protocol.
 *
 * <p>Its {@code type} says what it is.
 */
public sealed interface ImageGenerationFailure extends WireValue {

  /**
   * {@return the value of a kind that {@code type} names}
   *
   * @param json an object
   */
  static ImageGenerationFailure read(JsonNode json) {
    return switch (Wire.kind(json, "type")) {
      case "usageLimitExceeded" -> new UsageLimitExceeded(json);
      default -> new Unrecognized(json);
    };
  }

  /** {@code type} is {@code usageLimitExceeded}. */
  final class UsageLimitExceeded extends WireObject implements ImageGenerationFailure {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public UsageLimitExceeded(JsonNode json) {
      super(json);
    }

    /** {@return {@code limitId}} */
    public String limitId() {
      return Wire.text(json(), "limitId");
    }

    /** {@return {@code resetsAt}; empty when absent or null} */
    public Optional<Long> resetsAt() {
      return Wire.optional(json(), "resetsAt", Wire::longInteger);
    }
  }

  /** One with a {@code type} that is not known here. */
  final class Unrecognized extends WireObject implements ImageGenerationFailure {

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
