// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The params of {@code project/update}. */
@Experimental
public final class ProjectUpdateParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ProjectUpdateParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param projectId {@code projectId}
   * @return a value with these fields
   */
  public static ProjectUpdateParams of(String projectId) {
    return new ProjectUpdateParams(Wire.object("projectId", projectId));
  }

  /** {@return {@code metadata}; empty also when absent or null} */
  public Map<String, String> metadata() {
    return Wire.map(json(), "metadata", Wire::text);
  }

  /**
   * Sets {@code metadata}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ProjectUpdateParams metadata(Map<String, String> value) {
    return new ProjectUpdateParams(Wire.with(json(), "metadata", value));
  }

  /** {@return {@code name}; empty when absent or null} */
  public Optional<String> name() {
    return Wire.optionalText(json(), "name");
  }

  /**
   * Sets {@code name}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ProjectUpdateParams name(String value) {
    return new ProjectUpdateParams(Wire.with(json(), "name", value));
  }

  /** {@return {@code projectId}} */
  public String projectId() {
    return Wire.text(json(), "projectId");
  }

  /** {@return {@code roots}; empty also when absent or null} */
  public List<ProjectRoot> roots() {
    return Wire.list(json(), "roots", ProjectRoot::new);
  }

  /**
   * Sets {@code roots}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ProjectUpdateParams roots(List<ProjectRoot> value) {
    return new ProjectUpdateParams(Wire.with(json(), "roots", value));
  }
}
