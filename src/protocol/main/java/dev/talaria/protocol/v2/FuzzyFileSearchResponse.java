// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** The result of {@code fuzzyFileSearch}. */
public final class FuzzyFileSearchResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public FuzzyFileSearchResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code files}} */
  public List<FuzzyFileSearchResult> files() {
    return Wire.list(json(), "files", FuzzyFileSearchResult::new);
  }
}
