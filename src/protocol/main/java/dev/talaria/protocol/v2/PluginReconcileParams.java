// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The params of {@code plugin/reconcile}. */
public final class PluginReconcileParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public PluginReconcileParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static PluginReconcileParams of() {
    return new PluginReconcileParams(Wire.object());
  }

  /**
   * Optional client-provided reason recorded with the reconciliation attempt.
   *
   * @return {@code reason}; empty when absent or null
   */
  public Optional<String> reason() {
    return Wire.optionalText(json(), "reason");
  }

  /**
   * Sets {@code reason}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public PluginReconcileParams reason(String value) {
    return new PluginReconcileParams(Wire.with(json(), "reason", value));
  }
}
