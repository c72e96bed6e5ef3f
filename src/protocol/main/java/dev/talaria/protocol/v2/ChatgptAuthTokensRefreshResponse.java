// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The answer to {@code account/chatgptAuthTokens/refresh}. */
public final class ChatgptAuthTokensRefreshResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ChatgptAuthTokensRefreshResponse(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param accessToken {@code accessToken}
   * @param chatgptAccountId {@code chatgptAccountId}
   * @return a value with these fields
   */
  public static ChatgptAuthTokensRefreshResponse of(String accessToken, String chatgptAccountId) {
    return new ChatgptAuthTokensRefreshResponse(Wire.object("accessToken", accessToken, "chatgptAccountId", chatgptAccountId));
  }

  /** {@return {@code accessToken}} */
  public String accessToken() {
    return Wire.text(json(), "accessToken");
  }

  /** {@return {@code chatgptAccountId}} */
  public String chatgptAccountId() {
    return Wire.text(json(), "chatgptAccountId");
  }

  /** {@return {@code chatgptPlanType}; empty when absent or null} */
  public Optional<String> chatgptPlanType() {
    return Wire.optionalText(json(), "chatgptPlanType");
  }

  /**
   * Sets {@code chatgptPlanType}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ChatgptAuthTokensRefreshResponse chatgptPlanType(String value) {
    return new ChatgptAuthTokensRefreshResponse(Wire.with(json(), "chatgptPlanType", value));
  }
}
