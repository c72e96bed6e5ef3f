// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code HookPromptFragment} of the protocol. */
public final class HookPromptFragment extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public HookPromptFragment(JsonNode json) {
    super(json);
  }

  /** {@return {@code hookRunId}} */
  public String hookRunId() {
    return Wire.text(json(), "hookRunId");
  }

  /** {@return {@code text}} */
  public String text() {
    return Wire.text(json(), "text");
  }
}
