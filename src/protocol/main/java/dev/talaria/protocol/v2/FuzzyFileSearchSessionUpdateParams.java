// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The params of {@code fuzzyFileSearch/sessionUpdate}. */
@Experimental
public final class FuzzyFileSearchSessionUpdateParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public FuzzyFileSearchSessionUpdateParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param query {@code query}
   * @param sessionId {@code sessionId}
   * @return a value with these fields
   */
  public static FuzzyFileSearchSessionUpdateParams of(String query, String sessionId) {
    return new FuzzyFileSearchSessionUpdateParams(Wire.object("query", query, "sessionId", sessionId));
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
