// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The result of {@code environment/info}. */
@Experimental
public final class EnvironmentInfoResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public EnvironmentInfoResponse(JsonNode json) {
    super(json);
  }

  /**
   * Default working directory reported by the environment, as a canonical file URI.
   *
   * @return {@code cwd}; empty when absent or null
   */
  public Optional<String> cwd() {
    return Wire.optionalText(json(), "cwd");
  }

  /** {@return {@code shell}} */
  public EnvironmentShellInfo shell() {
    return Wire.required(json(), "shell", EnvironmentShellInfo::new);
  }
}
