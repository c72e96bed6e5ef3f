// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** Superset of [`codex_file_search::FileMatch`] */
public final class FuzzyFileSearchResult extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public FuzzyFileSearchResult(JsonNode json) {
    super(json);
  }

  /** {@return {@code file_name}} */
  public String fileName() {
    return Wire.text(json(), "file_name");
  }

  /** {@return {@code indices}; empty also when absent or null} */
  public List<Long> indices() {
    return Wire.list(json(), "indices", Wire::longInteger);
  }

  /** {@return {@code match_type}} */
  public FuzzyFileSearchMatchType matchType() {
    return Wire.required(json(), "match_type", FuzzyFileSearchMatchType::read);
  }

  /** {@return {@code path}} */
  public String path() {
    return Wire.text(json(), "path");
  }

  /** {@return {@code root}} */
  public String root() {
    return Wire.text(json(), "root");
  }

  /** {@return {@code score}} */
  public long score() {
    return Wire.required(json(), "score", Wire::longInteger);
  }
}
