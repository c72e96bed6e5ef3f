// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The params of {@code account/usage/read}. */
public final class GetAccountTokenUsageParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public GetAccountTokenUsageParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static GetAccountTokenUsageParams of() {
    return new GetAccountTokenUsageParams(Wire.object());
  }

  /**
   * When present, read estimated usage for this thread instead of account-wide token activity.
   *
   * @return {@code threadId}; empty when absent or null
   */
  public Optional<String> threadId() {
    return Wire.optionalText(json(), "threadId");
  }

  /**
   * Sets {@code threadId}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public GetAccountTokenUsageParams threadId(String value) {
    return new GetAccountTokenUsageParams(Wire.with(json(), "threadId", value));
  }
}
