// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The independently persisted section after its name is updated. */
public final class ThreadSectionUpdateResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadSectionUpdateResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code section}} */
  public ThreadSection section() {
    return Wire.required(json(), "section", ThreadSection::new);
  }
}
