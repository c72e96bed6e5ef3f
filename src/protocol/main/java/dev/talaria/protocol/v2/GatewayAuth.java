// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/**
 * {@code GatewayAuth} of the protocol.
 *
 * <p>Its {@code mode} says what it is.
 */
public sealed interface GatewayAuth extends WireValue {

  /**
   * {@return the value of a kind that {@code mode} names}
   *
   * @param json an object
   */
  static GatewayAuth read(JsonNode json) {
    return switch (Wire.kind(json, "mode")) {
      case "none" -> new None(json);
      case "environmentVariable" -> new EnvironmentVariable(json);
      case "externallyConfigured" -> new ExternallyConfigured(json);
      default -> new Unrecognized(json);
    };
  }

  /** {@code mode} is {@code none}. */
  final class None extends WireObject implements GatewayAuth {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public None(JsonNode json) {
      super(json);
    }
  }

  /** {@code mode} is {@code environmentVariable}. */
  final class EnvironmentVariable extends WireObject implements GatewayAuth {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public EnvironmentVariable(JsonNode json) {
      super(json);
    }

    /** {@return {@code envKey}} */
    public String envKey() {
      return Wire.text(json(), "envKey");
    }
  }

  /** Authentication is configured outside the gateway form. Preserve it on edits. */
  final class ExternallyConfigured extends WireObject implements GatewayAuth {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public ExternallyConfigured(JsonNode json) {
      super(json);
    }

    /** {@return {@code envKey}; empty when absent or null} */
    public Optional<String> envKey() {
      return Wire.optionalText(json(), "envKey");
    }
  }

  /** One with a {@code mode} that is not known here. */
  final class Unrecognized extends WireObject implements GatewayAuth {

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
