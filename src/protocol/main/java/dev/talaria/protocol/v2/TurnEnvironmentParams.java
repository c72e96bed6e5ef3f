// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** {@code TurnEnvironmentParams} of the protocol. */
public final class TurnEnvironmentParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public TurnEnvironmentParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param cwd {@code cwd}
   * @param environmentId {@code environmentId}
   * @return a value with these fields
   */
  public static TurnEnvironmentParams of(String cwd, String environmentId) {
    return new TurnEnvironmentParams(Wire.object("cwd", cwd, "environmentId", environmentId));
  }

  /** {@return {@code cwd}} */
  public String cwd() {
    return Wire.text(json(), "cwd");
  }

  /** {@return {@code environmentId}} */
  public String environmentId() {
    return Wire.text(json(), "environmentId");
  }

  /**
   * Environment-native runtime workspace roots. Omitted defaults to `cwd`.
   *
   * @return {@code runtimeWorkspaceRoots}; empty also when absent or null
   */
  public List<String> runtimeWorkspaceRoots() {
    return Wire.list(json(), "runtimeWorkspaceRoots", Wire::text);
  }

  /**
   * Sets {@code runtimeWorkspaceRoots}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public TurnEnvironmentParams runtimeWorkspaceRoots(List<String> value) {
    return new TurnEnvironmentParams(Wire.with(json(), "runtimeWorkspaceRoots", value));
  }
}
