// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code Project} of the protocol. */
public final class Project extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public Project(JsonNode json) {
    super(json);
  }

  /** {@return {@code createdAt}} */
  public long createdAt() {
    return Wire.required(json(), "createdAt", Wire::longInteger);
  }

  /** {@return {@code id}} */
  public String id() {
    return Wire.text(json(), "id");
  }

  /** {@return {@code metadata}} */
  public Map<String, String> metadata() {
    return Wire.map(json(), "metadata", Wire::text);
  }

  /** {@return {@code name}} */
  public String name() {
    return Wire.text(json(), "name");
  }

  /** {@return {@code position}} */
  public long position() {
    return Wire.required(json(), "position", Wire::longInteger);
  }

  /**
   * Newest non-archived member thread's recency, in Unix seconds; null when none exist.
   *
   * @return {@code recencyAt}; empty when absent or null
   */
  public Optional<Long> recencyAt() {
    return Wire.optional(json(), "recencyAt", Wire::longInteger);
  }

  /** {@return {@code roots}} */
  public List<ProjectRoot> roots() {
    return Wire.list(json(), "roots", ProjectRoot::new);
  }

  /** {@return {@code updatedAt}} */
  public long updatedAt() {
    return Wire.required(json(), "updatedAt", Wire::longInteger);
  }
}
