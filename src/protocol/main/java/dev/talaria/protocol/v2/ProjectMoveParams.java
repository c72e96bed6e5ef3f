// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** The params of {@code project/move}. */
@Experimental
public final class ProjectMoveParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ProjectMoveParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param projectId {@code projectId}
   * @return a value with these fields
   */
  public static ProjectMoveParams of(String projectId) {
    return new ProjectMoveParams(Wire.object("projectId", projectId));
  }

  /** {@return {@code beforeProjectId}; empty when absent or null} */
  public Optional<String> beforeProjectId() {
    return Wire.optionalText(json(), "beforeProjectId");
  }

  /**
   * Sets {@code beforeProjectId}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ProjectMoveParams beforeProjectId(String value) {
    return new ProjectMoveParams(Wire.with(json(), "beforeProjectId", value));
  }

  /** {@return {@code projectId}} */
  public String projectId() {
    return Wire.text(json(), "projectId");
  }
}
