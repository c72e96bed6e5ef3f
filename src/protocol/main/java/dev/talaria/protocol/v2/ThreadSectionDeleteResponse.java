// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;

/** Successful deletion does not return additional section data. */
public final class ThreadSectionDeleteResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadSectionDeleteResponse(JsonNode json) {
    super(json);
  }
}
