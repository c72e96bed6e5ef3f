// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The result of {@code project/import}. */
@Experimental
public final class ProjectImportResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ProjectImportResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code project}} */
  public Project project() {
    return Wire.required(json(), "project", Project::new);
  }
}
