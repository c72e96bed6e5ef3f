// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** Installed connector runtime state. */
public final class InstalledApp extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public InstalledApp(JsonNode json) {
    super(json);
  }

  /**
   * Whether the connector is enabled and has a non-synthetic, model-visible tool allowed by
   * effective MCP and app/tool policy in the committed runtime snapshot.
   *
   * @return {@code callable}
   */
  public boolean callable() {
    return Wire.required(json(), "callable", Wire::flag);
  }

  /**
   * Effective enabled state after applying global, workspace, local, and managed configuration
   * at read time.
   *
   * @return {@code enabled}
   */
  public boolean enabled() {
    return Wire.required(json(), "enabled", Wire::flag);
  }

  /** {@return {@code id}} */
  public String id() {
    return Wire.text(json(), "id");
  }

  /**
   * Best-effort name carried by the runtime tool catalog. Canonical app metadata remains owned
   * by `app/read`.
   *
   * @return {@code runtimeName}; empty when absent or null
   */
  public Optional<String> runtimeName() {
    return Wire.optionalText(json(), "runtimeName");
  }
}
