// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The result of {@code initialize}. */
public final class InitializeResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public InitializeResponse(JsonNode json) {
    super(json);
  }

  /**
   * Absolute path to the server's $CODEX_HOME directory.
   *
   * @return {@code codexHome}
   */
  public String codexHome() {
    return Wire.text(json(), "codexHome");
  }

  /**
   * Platform family for the running app-server target, for example `"unix"` or `"windows"`.
   *
   * @return {@code platformFamily}
   */
  public String platformFamily() {
    return Wire.text(json(), "platformFamily");
  }

  /**
   * Operating system for the running app-server target, for example `"macos"`, `"linux"`, or
   * `"windows"`.
   *
   * @return {@code platformOs}
   */
  public String platformOs() {
    return Wire.text(json(), "platformOs");
  }

  /** {@return {@code userAgent}} */
  public String userAgent() {
    return Wire.text(json(), "userAgent");
  }
}
