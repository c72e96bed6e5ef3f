// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The params of {@code config/read}. */
public final class ConfigReadParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ConfigReadParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static ConfigReadParams of() {
    return new ConfigReadParams(Wire.object());
  }

  /**
   * Optional working directory to resolve project config layers. If specified, return the
   * effective config as seen from that directory (i.e., including any project layers between
   * `cwd` and the project/repo root).
   *
   * @return {@code cwd}; empty when absent or null
   */
  public Optional<String> cwd() {
    return Wire.optionalText(json(), "cwd");
  }

  /**
   * Sets {@code cwd}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ConfigReadParams cwd(String value) {
    return new ConfigReadParams(Wire.with(json(), "cwd", value));
  }

  /** {@return {@code includeLayers}; empty when absent or null} */
  public Optional<Boolean> includeLayers() {
    return Wire.optional(json(), "includeLayers", Wire::flag);
  }

  /**
   * Sets {@code includeLayers}.
   *
   * @param value not null
   * @return a copy with it
   */
  public ConfigReadParams includeLayers(boolean value) {
    return new ConfigReadParams(Wire.with(json(), "includeLayers", value));
  }
}
