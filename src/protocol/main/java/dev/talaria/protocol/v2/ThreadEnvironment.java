// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** An environment selected by a loaded thread, independent of connection status. */
public final class ThreadEnvironment extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadEnvironment(JsonNode json) {
    super(json);
  }

  /** {@return {@code cwd}} */
  public String cwd() {
    return Wire.text(json(), "cwd");
  }

  /** {@return {@code environmentId}} */
  public String environmentId() {
    return Wire.text(json(), "environmentId");
  }

  /** {@return {@code runtimeWorkspaceRoots}} */
  public List<String> runtimeWorkspaceRoots() {
    return Wire.list(json(), "runtimeWorkspaceRoots", Wire::text);
  }
}
