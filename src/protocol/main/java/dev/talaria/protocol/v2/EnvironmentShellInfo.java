// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code EnvironmentShellInfo} of the protocol. */
@Experimental
public final class EnvironmentShellInfo extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public EnvironmentShellInfo(JsonNode json) {
    super(json);
  }

  /**
   * Stable shell name, for example `zsh`, `bash`, `powershell`, `sh`, or `cmd`.
   *
   * @return {@code name}
   */
  public String name() {
    return Wire.text(json(), "name");
  }

  /**
   * Target-native shell executable path or command name.
   *
   * @return {@code path}
   */
  public String path() {
    return Wire.text(json(), "path");
  }
}
