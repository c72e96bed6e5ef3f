// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;

/**
 * The result of {@code account/login/start}.
 *
 * <p>Its {@code type} says what it is.
 */
public sealed interface LoginAccountResponse extends WireValue {

  /**
   * {@return the value of a kind that {@code type} names}
   *
   * @param json an object
   */
  static LoginAccountResponse read(JsonNode json) {
    return switch (Wire.kind(json, "type")) {
      case "apiKey" -> new ApiKey(json);
      case "chatgpt" -> new Chatgpt(json);
      case "chatgptDeviceCode" -> new ChatgptDeviceCode(json);
      case "chatgptAuthTokens" -> new ChatgptAuthTokens(json);
      case "amazonBedrock" -> new AmazonBedrock(json);
      default -> new Unrecognized(json);
    };
  }

  /** {@code type} is {@code apiKey}. */
  final class ApiKey extends WireObject implements LoginAccountResponse {

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
  final class Chatgpt extends WireObject implements LoginAccountResponse {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Chatgpt(JsonNode json) {
      super(json);
    }

    /**
     * URL the client should open in a browser to initiate the OAuth flow.
     *
     * @return {@code authUrl}
     */
    public String authUrl() {
      return Wire.text(json(), "authUrl");
    }

    /** {@return {@code loginId}} */
    public String loginId() {
      return Wire.text(json(), "loginId");
    }
  }

  /** {@code type} is {@code chatgptDeviceCode}. */
  final class ChatgptDeviceCode extends WireObject implements LoginAccountResponse {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public ChatgptDeviceCode(JsonNode json) {
      super(json);
    }

    /** {@return {@code loginId}} */
    public String loginId() {
      return Wire.text(json(), "loginId");
    }

    /**
     * One-time code the user must enter after signing in.
     *
     * @return {@code userCode}
     */
    public String userCode() {
      return Wire.text(json(), "userCode");
    }

    /**
     * URL the client should open in a browser to complete device code authorization.
     *
     * @return {@code verificationUrl}
     */
    public String verificationUrl() {
      return Wire.text(json(), "verificationUrl");
    }
  }

  /** {@code type} is {@code chatgptAuthTokens}. */
  final class ChatgptAuthTokens extends WireObject implements LoginAccountResponse {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public ChatgptAuthTokens(JsonNode json) {
      super(json);
    }
  }

  /** {@code type} is {@code amazonBedrock}. */
  final class AmazonBedrock extends WireObject implements LoginAccountResponse {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public AmazonBedrock(JsonNode json) {
      super(json);
    }
  }

  /** One with a {@code type} that is not known here. */
  final class Unrecognized extends WireObject implements LoginAccountResponse {

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
