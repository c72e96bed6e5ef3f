// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** What {@code fuzzyFileSearch/sessionUpdated} tells. */
public final class FuzzyFileSearchSessionUpdatedNotification extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public FuzzyFileSearchSessionUpdatedNotification(JsonNode json) {
    super(json);
  }

  /** {@return {@code files}} */
  public List<FuzzyFileSearchResult> files() {
    return Wire.list(json(), "files", FuzzyFileSearchResult::new);
  }

  /** {@return {@code query}} */
  public String query() {
    return Wire.text(json(), "query");
  }

  /** {@return {@code sessionId}} */
  public String sessionId() {
    return Wire.text(json(), "sessionId");
  }
}
