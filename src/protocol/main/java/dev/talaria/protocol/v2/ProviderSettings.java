// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/**
 * {@code ProviderSettings} of the protocol.
 *
 * <p>Its {@code type} says what it is.
 */
public sealed interface ProviderSettings extends WireValue {

  /**
   * {@return the value of a kind that {@code type} names}
   *
   * @param json an object
   */
  static ProviderSettings read(JsonNode json) {
    return switch (Wire.kind(json, "type")) {
      case "openai" -> new Openai(json);
      case "customGateway" -> new CustomGateway(json);
      case "bedrock" -> new Bedrock(json);
      case "gcp" -> new Gcp(json);
      default -> new Unrecognized(json);
    };
  }

  /** {@code type} is {@code openai}. */
  final class Openai extends WireObject implements ProviderSettings {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Openai(JsonNode json) {
      super(json);
    }
  }

  /** {@code type} is {@code customGateway}. */
  final class CustomGateway extends WireObject implements ProviderSettings {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public CustomGateway(JsonNode json) {
      super(json);
    }

    /** {@return {@code auth}} */
    public GatewayAuth auth() {
      return Wire.required(json(), "auth", GatewayAuth::read);
    }
  }

  /** {@code type} is {@code bedrock}. */
  final class Bedrock extends WireObject implements ProviderSettings {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Bedrock(JsonNode json) {
      super(json);
    }

    /** {@return {@code profile}; empty when absent or null} */
    public Optional<String> profile() {
      return Wire.optionalText(json(), "profile");
    }

    /** {@return {@code region}; empty when absent or null} */
    public Optional<String> region() {
      return Wire.optionalText(json(), "region");
    }
  }

  /** {@code type} is {@code gcp}. */
  final class Gcp extends WireObject implements ProviderSettings {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Gcp(JsonNode json) {
      super(json);
    }

    /**
     * Path on the app-server host, without credential-file contents.
     *
     * @return {@code credentialFile}; empty when absent or null
     */
    public Optional<String> credentialFile() {
      return Wire.optionalText(json(), "credentialFile");
    }

    /** {@return {@code location}; empty when absent or null} */
    public Optional<String> location() {
      return Wire.optionalText(json(), "location");
    }

    /** {@return {@code projectId}; empty when absent or null} */
    public Optional<String> projectId() {
      return Wire.optionalText(json(), "projectId");
    }
  }

  /** One with a {@code type} that is not known here. */
  final class Unrecognized extends WireObject implements ProviderSettings {

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
