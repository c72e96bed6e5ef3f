// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Map;

/** The params of {@code project/import}. */
@Experimental
public final class ProjectImportParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ProjectImportParams(JsonNode json) {
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
  public static ProjectImportParams of(String idempotencyKey, String name, List<ProjectRoot> roots) {
    return new ProjectImportParams(Wire.object("idempotencyKey", idempotencyKey, "name", name, "roots", roots));
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
  public ProjectImportParams metadata(Map<String, String> value) {
    return new ProjectImportParams(Wire.with(json(), "metadata", value));
  }

  /** {@return {@code name}} */
  public String name() {
    return Wire.text(json(), "name");
  }

  /** {@return {@code roots}} */
  public List<ProjectRoot> roots() {
    return Wire.list(json(), "roots", ProjectRoot::new);
  }

  /** {@return {@code threads}; empty also when absent or null} */
  public List<String> threads() {
    return Wire.list(json(), "threads", Wire::text);
  }

  /**
   * Sets {@code threads}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public ProjectImportParams threads(List<String> value) {
    return new ProjectImportParams(Wire.with(json(), "threads", value));
  }
}
