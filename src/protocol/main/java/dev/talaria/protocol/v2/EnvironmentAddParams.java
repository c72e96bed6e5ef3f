// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The params of {@code environment/add}. */
@Experimental
public final class EnvironmentAddParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public EnvironmentAddParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param environmentId {@code environmentId}
   * @param execServerUrl {@code execServerUrl}
   * @return a value with these fields
   */
  public static EnvironmentAddParams of(String environmentId, String execServerUrl) {
    return new EnvironmentAddParams(Wire.object("environmentId", environmentId, "execServerUrl", execServerUrl));
  }

  /**
   * Optional raw bearer token for executor authentication, including reconnects. Requires a
   * secure transport or a loopback destination.
   *
   * @return {@code authBearerToken}; empty when absent or null
   */
  public Optional<String> authBearerToken() {
    return Wire.optionalText(json(), "authBearerToken");
  }

  /**
   * Sets {@code authBearerToken}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public EnvironmentAddParams authBearerToken(String value) {
    return new EnvironmentAddParams(Wire.with(json(), "authBearerToken", value));
  }

  /**
   * Optional WebSocket connection timeout. The server default applies when omitted.
   *
   * @return {@code connectTimeoutMs}; empty when absent or null
   */
  public Optional<Long> connectTimeoutMs() {
    return Wire.optional(json(), "connectTimeoutMs", Wire::longInteger);
  }

  /**
   * Sets {@code connectTimeoutMs}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public EnvironmentAddParams connectTimeoutMs(Long value) {
    return new EnvironmentAddParams(Wire.with(json(), "connectTimeoutMs", value));
  }

  /** {@return {@code environmentId}} */
  public String environmentId() {
    return Wire.text(json(), "environmentId");
  }

  /** {@return {@code execServerUrl}} */
  public String execServerUrl() {
    return Wire.text(json(), "execServerUrl");
  }

  /**
   * Required skills supplied by this environment, checked before model inference.
   *
   * @return {@code skills}; empty when absent or null
   */
  public Optional<EnvironmentSkillsParams> skills() {
    return Wire.optional(json(), "skills", EnvironmentSkillsParams::new);
  }

  /**
   * Sets {@code skills}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public EnvironmentAddParams skills(EnvironmentSkillsParams value) {
    return new EnvironmentAddParams(Wire.with(json(), "skills", value));
  }

  /**
   * Optional X-Request-ID for the direct WebSocket upgrade, including reconnects. Requires a
   * secure transport or a loopback destination.
   *
   * @return {@code websocketRequestId}; empty when absent or null
   */
  public Optional<String> websocketRequestId() {
    return Wire.optionalText(json(), "websocketRequestId");
  }

  /**
   * Sets {@code websocketRequestId}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public EnvironmentAddParams websocketRequestId(String value) {
    return new EnvironmentAddParams(Wire.with(json(), "websocketRequestId", value));
  }
}
