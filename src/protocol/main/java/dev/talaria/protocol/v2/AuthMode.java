// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.wire.Wire;

/** Authentication mode for OpenAI-backed providers. */
public enum AuthMode implements WireEnum {
  /** OpenAI API key provided by the caller and stored by Codex. */
  APIKEY("apikey"),
  /** ChatGPT OAuth managed by Codex (tokens persisted and refreshed by Codex). */
  CHATGPT("chatgpt"),
  /**
   * [UNSTABLE] FOR OPENAI INTERNAL USE ONLY - DO NOT USE.
   *
   * <p>ChatGPT auth tokens are supplied by an external host app and are only stored in memory.
   * Token refresh must be handled by the external host app.
   */
  CHATGPT_AUTH_TOKENS("chatgptAuthTokens"),
  /** Backend auth supplied as request headers. */
  HEADERS("headers"),
  /** Programmatic Codex auth backed by a registered Agent Identity. */
  AGENT_IDENTITY("agentIdentity"),
  /** Programmatic Codex auth backed by a personal access token. */
  PERSONAL_ACCESS_TOKEN("personalAccessToken"),
  /** Amazon Bedrock bearer token managed by Codex. */
  BEDROCK_API_KEY("bedrockApiKey"),
  /** Amazon Bedrock AWS access keys managed by Codex. */
  BEDROCK_ACCESS_KEYS("bedrockAccessKeys"),
  /** A value that is not known here; the JSON around it has it. */
  UNRECOGNIZED(null);

  private final String wire;

  AuthMode(String wire) {
    this.wire = wire;
  }

  @Override
  public String wire() {
    return Wire.sent(wire);
  }

  /**
   * {@return the constant of a string}
   *
   * @param json a string
   */
  public static AuthMode read(JsonNode json) {
    return Wire.constant(json, values(), UNRECOGNIZED);
  }
}
