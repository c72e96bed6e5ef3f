// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** The result of {@code project/list}. */
@Experimental
public final class ProjectListResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ProjectListResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code data}} */
  public List<Project> data() {
    return Wire.list(json(), "data", Project::new);
  }

  /** {@return {@code nextCursor}; empty when absent or null} */
  public Optional<String> nextCursor() {
    return Wire.optionalText(json(), "nextCursor");
  }
}
