// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;

/**
 * Structured JSON-RPC error data. Unknown errors must retain the client's normal fallback.
 *
 * <p>Its {@code type} says what it is.
 */
public sealed interface ModelProviderError extends WireValue {

  /**
   * {@return the value of a kind that {@code type} names}
   *
   * @param json an object
   */
  static ModelProviderError read(JsonNode json) {
    return switch (Wire.kind(json, "type")) {
      case "modelProviderMismatch" -> new ModelProviderMismatch(json);
      case "modelProviderNotConfigured" -> new ModelProviderNotConfigured(json);
      case "modelProviderPolicyConflict" -> new ModelProviderPolicyConflict(json);
      default -> new Unrecognized(json);
    };
  }

  /** {@code type} is {@code modelProviderMismatch}. */
  final class ModelProviderMismatch extends WireObject implements ModelProviderError {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public ModelProviderMismatch(JsonNode json) {
      super(json);
    }

    /** {@return {@code currentModelProvider}} */
    public String currentModelProvider() {
      return Wire.text(json(), "currentModelProvider");
    }

    /** {@return {@code modelProvider}} */
    public String modelProvider() {
      return Wire.text(json(), "modelProvider");
    }
  }

  /** {@code type} is {@code modelProviderNotConfigured}. */
  final class ModelProviderNotConfigured extends WireObject implements ModelProviderError {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public ModelProviderNotConfigured(JsonNode json) {
      super(json);
    }

    /** {@return {@code modelProvider}} */
    public String modelProvider() {
      return Wire.text(json(), "modelProvider");
    }
  }

  /** {@code type} is {@code modelProviderPolicyConflict}. */
  final class ModelProviderPolicyConflict extends WireObject implements ModelProviderError {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public ModelProviderPolicyConflict(JsonNode json) {
      super(json);
    }

    /** {@return {@code modelProvider}} */
    public String modelProvider() {
      return Wire.text(json(), "modelProvider");
    }

    /** {@return {@code requiredModelProvider}} */
    public String requiredModelProvider() {
      return Wire.text(json(), "requiredModelProvider");
    }
  }

  /** One with a {@code type} that is not known here. */
  final class Unrecognized extends WireObject implements ModelProviderError {

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
