// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** {@code MemoryCitation} of the protocol. */
public final class MemoryCitation extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public MemoryCitation(JsonNode json) {
    super(json);
  }

  /** {@return {@code entries}} */
  public List<MemoryCitationEntry> entries() {
    return Wire.list(json(), "entries", MemoryCitationEntry::new);
  }

  /** {@return {@code threadIds}} */
  public List<String> threadIds() {
    return Wire.list(json(), "threadIds", Wire::text);
  }
}
