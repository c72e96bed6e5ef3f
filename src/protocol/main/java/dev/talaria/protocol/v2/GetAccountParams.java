// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The params of {@code account/read}. */
public final class GetAccountParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public GetAccountParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static GetAccountParams of() {
    return new GetAccountParams(Wire.object());
  }

  /**
   * When `true`, requests a proactive token refresh before returning.
   *
   * <p>In managed auth mode this triggers the normal refresh-token flow. In external auth mode
   * this flag is ignored. Clients should refresh tokens themselves and call
   * `account/login/start` with `chatgptAuthTokens`.
   *
   * @return {@code refreshToken}; empty when absent or null
   */
  public Optional<Boolean> refreshToken() {
    return Wire.optional(json(), "refreshToken", Wire::flag);
  }

  /**
   * Sets {@code refreshToken}.
   *
   * @param value not null
   * @return a copy with it
   */
  public GetAccountParams refreshToken(boolean value) {
    return new GetAccountParams(Wire.with(json(), "refreshToken", value));
  }
}
