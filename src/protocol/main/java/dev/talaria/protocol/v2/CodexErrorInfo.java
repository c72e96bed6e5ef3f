// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/**
 * This translation layer make sure that we expose codex error code in camel case.
 *
 * <p>When an upstream HTTP status is available (for example, from the Responses API or a
 * provider), it is forwarded in `httpStatusCode` on the relevant `codexErrorInfo` variant.
 */
public final class CodexErrorInfo extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public CodexErrorInfo(JsonNode json) {
    super(json);
  }

  /** {@return {@code httpConnectionFailed}; empty when absent or null} */
  public Optional<HttpConnectionFailedValue> httpConnectionFailed() {
    return Wire.optional(json(), "httpConnectionFailed", HttpConnectionFailedValue::new);
  }

  /** {@return {@code responseStreamConnectionFailed}; empty when absent or null} */
  public Optional<ResponseStreamConnectionFailedValue> responseStreamConnectionFailed() {
    return Wire.optional(json(), "responseStreamConnectionFailed", ResponseStreamConnectionFailedValue::new);
  }

  /** {@return {@code responseStreamDisconnected}; empty when absent or null} */
  public Optional<ResponseStreamDisconnectedValue> responseStreamDisconnected() {
    return Wire.optional(json(), "responseStreamDisconnected", ResponseStreamDisconnectedValue::new);
  }

  /** {@return {@code responseTooManyFailedAttempts}; empty when absent or null} */
  public Optional<ResponseTooManyFailedAttemptsValue> responseTooManyFailedAttempts() {
    return Wire.optional(json(), "responseTooManyFailedAttempts", ResponseTooManyFailedAttemptsValue::new);
  }

  /** {@return {@code activeTurnNotSteerable}; empty when absent or null} */
  public Optional<ActiveTurnNotSteerableValue> activeTurnNotSteerable() {
    return Wire.optional(json(), "activeTurnNotSteerable", ActiveTurnNotSteerableValue::new);
  }

  /** {@code HttpConnectionFailedValue} of the protocol. */
  public static final class HttpConnectionFailedValue extends WireObject {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public HttpConnectionFailedValue(JsonNode json) {
      super(json);
    }

    /** {@return {@code httpStatusCode}; empty when absent or null} */
    public Optional<Integer> httpStatusCode() {
      return Wire.optional(json(), "httpStatusCode", Wire::integer);
    }
  }

  /** {@code ResponseStreamConnectionFailedValue} of the protocol. */
  public static final class ResponseStreamConnectionFailedValue extends WireObject {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public ResponseStreamConnectionFailedValue(JsonNode json) {
      super(json);
    }

    /** {@return {@code httpStatusCode}; empty when absent or null} */
    public Optional<Integer> httpStatusCode() {
      return Wire.optional(json(), "httpStatusCode", Wire::integer);
    }
  }

  /** {@code ResponseStreamDisconnectedValue} of the protocol. */
  public static final class ResponseStreamDisconnectedValue extends WireObject {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public ResponseStreamDisconnectedValue(JsonNode json) {
      super(json);
    }

    /** {@return {@code httpStatusCode}; empty when absent or null} */
    public Optional<Integer> httpStatusCode() {
      return Wire.optional(json(), "httpStatusCode", Wire::integer);
    }
  }

  /** {@code ResponseTooManyFailedAttemptsValue} of the protocol. */
  public static final class ResponseTooManyFailedAttemptsValue extends WireObject {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public ResponseTooManyFailedAttemptsValue(JsonNode json) {
      super(json);
    }

    /** {@return {@code httpStatusCode}; empty when absent or null} */
    public Optional<Integer> httpStatusCode() {
      return Wire.optional(json(), "httpStatusCode", Wire::integer);
    }
  }

  /** {@code ActiveTurnNotSteerableValue} of the protocol. */
  public static final class ActiveTurnNotSteerableValue extends WireObject {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public ActiveTurnNotSteerableValue(JsonNode json) {
      super(json);
    }

    /** {@return {@code turnKind}} */
    public NonSteerableTurnKind turnKind() {
      return Wire.required(json(), "turnKind", NonSteerableTurnKind::read);
    }
  }
}
