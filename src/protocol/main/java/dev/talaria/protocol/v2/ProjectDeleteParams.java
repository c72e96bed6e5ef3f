// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The params of {@code project/delete}. */
@Experimental
public final class ProjectDeleteParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ProjectDeleteParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param projectId {@code projectId}
   * @return a value with these fields
   */
  public static ProjectDeleteParams of(String projectId) {
    return new ProjectDeleteParams(Wire.object("projectId", projectId));
  }

  /** {@return {@code projectId}} */
  public String projectId() {
    return Wire.text(json(), "projectId");
  }
}
