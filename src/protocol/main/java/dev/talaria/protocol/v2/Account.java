// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/**
 * {@code Account} of the protocol.
 *
 * <p>Its {@code type} says what it is.
 */
public sealed interface Account extends WireValue {

  /**
   * {@return the value of a kind that {@code type} names}
   *
   * @param json an object
   */
  static Account read(JsonNode json) {
    return switch (Wire.kind(json, "type")) {
      case "apiKey" -> new ApiKey(json);
      case "chatgpt" -> new Chatgpt(json);
      case "amazonBedrock" -> new AmazonBedrock(json);
      case "gcp" -> new Gcp(json);
      default -> new Unrecognized(json);
    };
  }

  /** {@code type} is {@code apiKey}. */
  final class ApiKey extends WireObject implements Account {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public ApiKey(JsonNode json) {
      super(json);
    }
  }

  /** {@code type} is {@code chatgpt}. */
  final class Chatgpt extends WireObject implements Account {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Chatgpt(JsonNode json) {
      super(json);
    }

    /** {@return {@code email}; empty when absent or null} */
    public Optional<String> email() {
      return Wire.optionalText(json(), "email");
    }

    /** {@return {@code planType}} */
    public PlanType planType() {
      return Wire.required(json(), "planType", PlanType::read);
    }

    /**
     * Display name of the selected ChatGPT workspace, when available.
     *
     * @return {@code workspaceName}; empty when absent or null
     */
    public Optional<String> workspaceName() {
      return Wire.optionalText(json(), "workspaceName");
    }
  }

  /** {@code type} is {@code amazonBedrock}. */
  final class AmazonBedrock extends WireObject implements Account {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public AmazonBedrock(JsonNode json) {
      super(json);
    }

    /** {@return {@code usesCodexManagedCredentials}; empty when absent or null} */
    public Optional<Boolean> usesCodexManagedCredentials() {
      return Wire.optional(json(), "usesCodexManagedCredentials", Wire::flag);
    }
  }

  /** Google Cloud Vertex AI with externally managed credentials. */
  final class Gcp extends WireObject implements Account {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Gcp(JsonNode json) {
      super(json);
    }
  }

  /** One with a {@code type} that is not known here. */
  final class Unrecognized extends WireObject implements Account {

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
