// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** The params of {@code fuzzyFileSearch/sessionStart}. */
@Experimental
public final class FuzzyFileSearchSessionStartParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public FuzzyFileSearchSessionStartParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param roots {@code roots}
   * @param sessionId {@code sessionId}
   * @return a value with these fields
   */
  public static FuzzyFileSearchSessionStartParams of(List<String> roots, String sessionId) {
    return new FuzzyFileSearchSessionStartParams(Wire.object("roots", roots, "sessionId", sessionId));
  }

  /** {@return {@code roots}} */
  public List<String> roots() {
    return Wire.list(json(), "roots", Wire::text);
  }

  /** {@return {@code sessionId}} */
  public String sessionId() {
    return Wire.text(json(), "sessionId");
  }
}
