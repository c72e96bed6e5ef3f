// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;

/**
 * Closed error categories; native diagnostic payloads must not cross this boundary.
 *
 * <p>Its {@code type} says what it is.
 */
@Experimental
public sealed interface UserVerificationErrorDetails extends WireValue {

  /**
   * {@return the value of a kind that {@code type} names}
   *
   * @param json an object
   */
  static UserVerificationErrorDetails read(JsonNode json) {
    return switch (Wire.kind(json, "type")) {
      case "invalidRequest" -> new InvalidRequest(json);
      case "unavailable" -> new Unavailable(json);
      case "cancelled" -> new Cancelled(json);
      case "failed" -> new Failed(json);
      default -> new Unrecognized(json);
    };
  }

  /** {@code type} is {@code invalidRequest}. */
  final class InvalidRequest extends WireObject implements UserVerificationErrorDetails {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public InvalidRequest(JsonNode json) {
      super(json);
    }

    /** {@return {@code reason}} */
    public UserVerificationInvalidRequestReason reason() {
      return Wire.required(json(), "reason", UserVerificationInvalidRequestReason::read);
    }
  }

  /** {@code type} is {@code unavailable}. */
  final class Unavailable extends WireObject implements UserVerificationErrorDetails {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Unavailable(JsonNode json) {
      super(json);
    }

    /** {@return {@code reason}} */
    public UserVerificationUnavailableReason reason() {
      return Wire.required(json(), "reason", UserVerificationUnavailableReason::read);
    }
  }

  /** {@code type} is {@code cancelled}. */
  final class Cancelled extends WireObject implements UserVerificationErrorDetails {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Cancelled(JsonNode json) {
      super(json);
    }

    /** {@return {@code reason}} */
    public UserVerificationCancellationReason reason() {
      return Wire.required(json(), "reason", UserVerificationCancellationReason::read);
    }
  }

  /** {@code type} is {@code failed}. */
  final class Failed extends WireObject implements UserVerificationErrorDetails {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Failed(JsonNode json) {
      super(json);
    }

    /** {@return {@code reason}} */
    public UserVerificationFailureReason reason() {
      return Wire.required(json(), "reason", UserVerificationFailureReason::read);
    }
  }

  /** One with a {@code type} that is not known here. */
  final class Unrecognized extends WireObject implements UserVerificationErrorDetails {

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
