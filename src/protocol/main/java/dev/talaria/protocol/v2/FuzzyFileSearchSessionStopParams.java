// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The params of {@code fuzzyFileSearch/sessionStop}. */
@Experimental
public final class FuzzyFileSearchSessionStopParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public FuzzyFileSearchSessionStopParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param sessionId {@code sessionId}
   * @return a value with these fields
   */
  public static FuzzyFileSearchSessionStopParams of(String sessionId) {
    return new FuzzyFileSearchSessionStopParams(Wire.object("sessionId", sessionId));
  }

  /** {@return {@code sessionId}} */
  public String sessionId() {
    return Wire.text(json(), "sessionId");
  }
}
