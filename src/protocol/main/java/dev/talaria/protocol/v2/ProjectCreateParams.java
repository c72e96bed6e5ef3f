// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Map;

/** The params of {@code project/create}. */
@Experimental
public final class ProjectCreateParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ProjectCreateParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param idempotencyKey {@code idempotencyKey}
   * @param name {@code name}
   * @param roots {@code roots}
   * @return a value with these fields
   */
  public static ProjectCreateParams of(String idempotencyKey, String name, List<ProjectRoot> roots) {
    return new ProjectCreateParams(Wire.object("idempotencyKey", idempotencyKey, "name", name, "roots", roots));
  }

  /** {@return {@code idempotencyKey}} */
  public String idempotencyKey() {
    return Wire.text(json(), "idempotencyKey");
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
  public ProjectCreateParams metadata(Map<String, String> value) {
    return new ProjectCreateParams(Wire.with(json(), "metadata", value));
  }

  /** {@return {@code name}} */
  public String name() {
    return Wire.text(json(), "name");
  }

  /** {@return {@code roots}} */
  public List<ProjectRoot> roots() {
    return Wire.list(json(), "roots", ProjectRoot::new);
  }
}
