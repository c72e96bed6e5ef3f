// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code HookOutputEntry} of the protocol. */
public final class HookOutputEntry extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public HookOutputEntry(JsonNode json) {
    super(json);
  }

  /** {@return {@code kind}} */
  public HookOutputEntryKind kind() {
    return Wire.required(json(), "kind", HookOutputEntryKind::read);
  }

  /** {@return {@code text}} */
  public String text() {
    return Wire.text(json(), "text");
  }
}
