// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The params of {@code windowsSandbox/setupStart}. */
public final class WindowsSandboxSetupStartParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public WindowsSandboxSetupStartParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param mode {@code mode}
   * @return a value with these fields
   */
  public static WindowsSandboxSetupStartParams of(WindowsSandboxSetupMode mode) {
    return new WindowsSandboxSetupStartParams(Wire.object("mode", mode));
  }

  /** {@return {@code cwd}; empty when absent or null} */
  public Optional<String> cwd() {
    return Wire.optionalText(json(), "cwd");
  }

  /**
   * Sets {@code cwd}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public WindowsSandboxSetupStartParams cwd(String value) {
    return new WindowsSandboxSetupStartParams(Wire.with(json(), "cwd", value));
  }

  /** {@return {@code mode}} */
  public WindowsSandboxSetupMode mode() {
    return Wire.required(json(), "mode", WindowsSandboxSetupMode::read);
  }
}
