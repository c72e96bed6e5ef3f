// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** Read the committed installed connector runtime snapshot. */
public final class AppsInstalledParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AppsInstalledParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static AppsInstalledParams of() {
    return new AppsInstalledParams(Wire.object());
  }

  /**
   * When true and Apps are permitted, refresh and publish the hosted connector runtime tool
   * snapshot first.
   *
   * @return {@code forceRefresh}; empty when absent or null
   */
  public Optional<Boolean> forceRefresh() {
    return Wire.optional(json(), "forceRefresh", Wire::flag);
  }

  /**
   * Sets {@code forceRefresh}.
   *
   * @param value not null
   * @return a copy with it
   */
  public AppsInstalledParams forceRefresh(boolean value) {
    return new AppsInstalledParams(Wire.with(json(), "forceRefresh", value));
  }

  /**
   * Optional loaded thread id used to evaluate effective app configuration.
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
  public AppsInstalledParams threadId(String value) {
    return new AppsInstalledParams(Wire.with(json(), "threadId", value));
  }
}
