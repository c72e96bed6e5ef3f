// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code PluginHookSummary} of the protocol. */
public final class PluginHookSummary extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public PluginHookSummary(JsonNode json) {
    super(json);
  }

  /** {@return {@code eventName}} */
  public HookEventName eventName() {
    return Wire.required(json(), "eventName", HookEventName::read);
  }

  /** {@return {@code key}} */
  public String key() {
    return Wire.text(json(), "key");
  }
}
