// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/**
 * Omitted patch fields preserve their values. Explicit null clears a nullable field.
 *
 * <p>Its {@code type} says what it is.
 */
public sealed interface ProviderSettingsPatch extends WireValue {

  /**
   * {@return the value of a kind that {@code type} names}
   *
   * @param json an object
   */
  static ProviderSettingsPatch read(JsonNode json) {
    return switch (Wire.kind(json, "type")) {
      case "customGateway" -> new CustomGateway(json);
      case "bedrock" -> new Bedrock(json);
      case "gcp" -> new Gcp(json);
      default -> new Unrecognized(json);
    };
  }

  /** {@code type} is {@code customGateway}. */
  final class CustomGateway extends WireObject implements ProviderSettingsPatch {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public CustomGateway(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @return a value with no optional field
     */
    public static CustomGateway of() {
      return new CustomGateway(Wire.object("type", "customGateway"));
    }

    /** {@return {@code baseUrl}; empty when absent or null} */
    public Optional<String> baseUrl() {
      return Wire.optionalText(json(), "baseUrl");
    }

    /**
     * Sets {@code baseUrl}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public CustomGateway baseUrl(String value) {
      return new CustomGateway(Wire.with(json(), "baseUrl", value));
    }

    /** {@return {@code envKey}; empty when absent or null} */
    public Optional<String> envKey() {
      return Wire.optionalText(json(), "envKey");
    }

    /**
     * Sets {@code envKey}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public CustomGateway envKey(String value) {
      return new CustomGateway(Wire.with(json(), "envKey", value));
    }

    /** {@return {@code name}; empty when absent or null} */
    public Optional<String> name() {
      return Wire.optionalText(json(), "name");
    }

    /**
     * Sets {@code name}.
     *
     * @param value not null
     * @return a copy with it
     */
    public CustomGateway name(String value) {
      return new CustomGateway(Wire.with(json(), "name", value));
    }

    /**
     * Omit or pass null to allocate a new custom provider ID.
     *
     * @return {@code providerId}; empty when absent or null
     */
    public Optional<String> providerId() {
      return Wire.optionalText(json(), "providerId");
    }

    /**
     * Sets {@code providerId}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public CustomGateway providerId(String value) {
      return new CustomGateway(Wire.with(json(), "providerId", value));
    }
  }

  /** AWS configuration fields for built-in Bedrock providers. */
  final class Bedrock extends WireObject implements ProviderSettingsPatch {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Bedrock(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param providerId {@code providerId}
     * @return a value with these fields
     */
    public static Bedrock of(BedrockProviderId providerId) {
      return new Bedrock(Wire.object("type", "bedrock", "providerId", providerId));
    }

    /** {@return {@code profile}; empty when absent or null} */
    public Optional<String> profile() {
      return Wire.optionalText(json(), "profile");
    }

    /**
     * Sets {@code profile}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public Bedrock profile(String value) {
      return new Bedrock(Wire.with(json(), "profile", value));
    }

    /** {@return {@code providerId}} */
    public BedrockProviderId providerId() {
      return Wire.required(json(), "providerId", BedrockProviderId::read);
    }

    /** {@return {@code region}; empty when absent or null} */
    public Optional<String> region() {
      return Wire.optionalText(json(), "region");
    }

    /**
     * Sets {@code region}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public Bedrock region(String value) {
      return new Bedrock(Wire.with(json(), "region", value));
    }
  }

  /** GCP configuration fields. Credential-file paths refer to the app-server host. */
  final class Gcp extends WireObject implements ProviderSettingsPatch {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Gcp(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param providerId {@code providerId}
     * @return a value with these fields
     */
    public static Gcp of(GcpProviderId providerId) {
      return new Gcp(Wire.object("type", "gcp", "providerId", providerId));
    }

    /** {@return {@code credentialFile}; empty when absent or null} */
    public Optional<String> credentialFile() {
      return Wire.optionalText(json(), "credentialFile");
    }

    /**
     * Sets {@code credentialFile}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public Gcp credentialFile(String value) {
      return new Gcp(Wire.with(json(), "credentialFile", value));
    }

    /** {@return {@code location}; empty when absent or null} */
    public Optional<String> location() {
      return Wire.optionalText(json(), "location");
    }

    /**
     * Sets {@code location}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public Gcp location(String value) {
      return new Gcp(Wire.with(json(), "location", value));
    }

    /** {@return {@code projectId}; empty when absent or null} */
    public Optional<String> projectId() {
      return Wire.optionalText(json(), "projectId");
    }

    /**
     * Sets {@code projectId}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public Gcp projectId(String value) {
      return new Gcp(Wire.with(json(), "projectId", value));
    }

    /** {@return {@code providerId}} */
    public GcpProviderId providerId() {
      return Wire.required(json(), "providerId", GcpProviderId::read);
    }
  }

  /** One with a {@code type} that is not known here. */
  final class Unrecognized extends WireObject implements ProviderSettingsPatch {

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
