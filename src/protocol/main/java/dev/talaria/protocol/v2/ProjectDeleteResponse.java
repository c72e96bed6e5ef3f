// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;

/** The result of {@code project/delete}. */
@Experimental
public final class ProjectDeleteResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ProjectDeleteResponse(JsonNode json) {
    super(json);
  }
}
