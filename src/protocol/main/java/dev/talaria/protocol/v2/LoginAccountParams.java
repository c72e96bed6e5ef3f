// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/**
 * The params of {@code account/login/start}.
 *
 * <p>Its {@code type} says what it is.
 */
public sealed interface LoginAccountParams extends WireValue {

  /**
   * {@return the value of a kind that {@code type} names}
   *
   * @param json an object
   */
  static LoginAccountParams read(JsonNode json) {
    return switch (Wire.kind(json, "type")) {
      case "apiKey" -> new ApiKey(json);
      case "chatgpt" -> new Chatgpt(json);
      case "chatgptDeviceCode" -> new ChatgptDeviceCode(json);
      case "chatgptAuthTokens" -> new ChatgptAuthTokens(json);
      case "amazonBedrock" -> new AmazonBedrock(json);
      case "amazonBedrockAccessKeys" -> new AmazonBedrockAccessKeys(json);
      default -> new Unrecognized(json);
    };
  }

  /** {@code type} is {@code apiKey}. */
  final class ApiKey extends WireObject implements LoginAccountParams {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public ApiKey(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param apiKey {@code apiKey}
     * @return a value with these fields
     */
    public static ApiKey of(String apiKey) {
      return new ApiKey(Wire.object("type", "apiKey", "apiKey", apiKey));
    }

    /** {@return {@code apiKey}} */
    public String apiKey() {
      return Wire.text(json(), "apiKey");
    }
  }

  /** {@code type} is {@code chatgpt}. */
  final class Chatgpt extends WireObject implements LoginAccountParams {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Chatgpt(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @return a value with no optional field
     */
    public static Chatgpt of() {
      return new Chatgpt(Wire.object("type", "chatgpt"));
    }

    /** {@return {@code appBrand}; empty when absent or null} */
    public Optional<LoginAppBrand> appBrand() {
      return Wire.optional(json(), "appBrand", LoginAppBrand::read);
    }

    /**
     * Sets {@code appBrand}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public Chatgpt appBrand(LoginAppBrand value) {
      return new Chatgpt(Wire.with(json(), "appBrand", value));
    }

    /** {@return {@code codexStreamlinedLogin}; empty when absent or null} */
    public Optional<Boolean> codexStreamlinedLogin() {
      return Wire.optional(json(), "codexStreamlinedLogin", Wire::flag);
    }

    /**
     * Sets {@code codexStreamlinedLogin}.
     *
     * @param value not null
     * @return a copy with it
     */
    public Chatgpt codexStreamlinedLogin(boolean value) {
      return new Chatgpt(Wire.with(json(), "codexStreamlinedLogin", value));
    }

    /** {@return {@code useHostedLoginSuccessPage}; empty when absent or null} */
    public Optional<Boolean> useHostedLoginSuccessPage() {
      return Wire.optional(json(), "useHostedLoginSuccessPage", Wire::flag);
    }

    /**
     * Sets {@code useHostedLoginSuccessPage}.
     *
     * @param value not null
     * @return a copy with it
     */
    public Chatgpt useHostedLoginSuccessPage(boolean value) {
      return new Chatgpt(Wire.with(json(), "useHostedLoginSuccessPage", value));
    }
  }

  /** {@code type} is {@code chatgptDeviceCode}. */
  final class ChatgptDeviceCode extends WireObject implements LoginAccountParams {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public ChatgptDeviceCode(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @return a value with no optional field
     */
    public static ChatgptDeviceCode of() {
      return new ChatgptDeviceCode(Wire.object("type", "chatgptDeviceCode"));
    }
  }

  /**
   * [UNSTABLE] FOR OPENAI INTERNAL USE ONLY - DO NOT USE. The access token must contain the same
   * scopes that Codex-managed ChatGPT auth tokens have.
   */
  final class ChatgptAuthTokens extends WireObject implements LoginAccountParams {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public ChatgptAuthTokens(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param accessToken {@code accessToken}
     * @param chatgptAccountId {@code chatgptAccountId}
     * @return a value with these fields
     */
    public static ChatgptAuthTokens of(String accessToken, String chatgptAccountId) {
      return new ChatgptAuthTokens(Wire.object("type", "chatgptAuthTokens", "accessToken", accessToken, "chatgptAccountId", chatgptAccountId));
    }

    /**
     * Access token (JWT) supplied by the client. This token is used for backend API requests and
     * email extraction.
     *
     * @return {@code accessToken}
     */
    public String accessToken() {
      return Wire.text(json(), "accessToken");
    }

    /**
     * Workspace/account identifier supplied by the client.
     *
     * @return {@code chatgptAccountId}
     */
    public String chatgptAccountId() {
      return Wire.text(json(), "chatgptAccountId");
    }

    /**
     * Optional plan type supplied by the client.
     *
     * <p>When `null`, Codex attempts to derive the plan type from access-token claims. If
     * unavailable, the plan defaults to `unknown`.
     *
     * @return {@code chatgptPlanType}; empty when absent or null
     */
    public Optional<String> chatgptPlanType() {
      return Wire.optionalText(json(), "chatgptPlanType");
    }

    /**
     * Sets {@code chatgptPlanType}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public ChatgptAuthTokens chatgptPlanType(String value) {
      return new ChatgptAuthTokens(Wire.with(json(), "chatgptPlanType", value));
    }
  }

  /** [UNSTABLE] Managed Amazon Bedrock login is experimental. */
  final class AmazonBedrock extends WireObject implements LoginAccountParams {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public AmazonBedrock(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param apiKey {@code apiKey}
     * @param region {@code region}
     * @return a value with these fields
     */
    public static AmazonBedrock of(String apiKey, String region) {
      return new AmazonBedrock(Wire.object("type", "amazonBedrock", "apiKey", apiKey, "region", region));
    }

    /** {@return {@code apiKey}} */
    public String apiKey() {
      return Wire.text(json(), "apiKey");
    }

    /** {@return {@code region}} */
    public String region() {
      return Wire.text(json(), "region");
    }
  }

  /** [UNSTABLE] Managed Amazon Bedrock AWS access key login is experimental. */
  final class AmazonBedrockAccessKeys extends WireObject implements LoginAccountParams {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public AmazonBedrockAccessKeys(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param accessKeyId {@code accessKeyId}
     * @param region {@code region}
     * @param secretAccessKey {@code secretAccessKey}
     * @return a value with these fields
     */
    public static AmazonBedrockAccessKeys of(String accessKeyId, String region, String secretAccessKey) {
      return new AmazonBedrockAccessKeys(Wire.object("type", "amazonBedrockAccessKeys", "accessKeyId", accessKeyId, "region", region, "secretAccessKey", secretAccessKey));
    }

    /** {@return {@code accessKeyId}} */
    public String accessKeyId() {
      return Wire.text(json(), "accessKeyId");
    }

    /** {@return {@code region}} */
    public String region() {
      return Wire.text(json(), "region");
    }

    /** {@return {@code secretAccessKey}} */
    public String secretAccessKey() {
      return Wire.text(json(), "secretAccessKey");
    }

    /** {@return {@code sessionToken}; empty when absent or null} */
    public Optional<String> sessionToken() {
      return Wire.optionalText(json(), "sessionToken");
    }

    /**
     * Sets {@code sessionToken}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public AmazonBedrockAccessKeys sessionToken(String value) {
      return new AmazonBedrockAccessKeys(Wire.with(json(), "sessionToken", value));
    }
  }

  /** One with a {@code type} that is not known here. */
  final class Unrecognized extends WireObject implements LoginAccountParams {

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
