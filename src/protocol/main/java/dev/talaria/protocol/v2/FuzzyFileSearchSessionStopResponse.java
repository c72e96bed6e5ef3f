// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;

/** The result of {@code fuzzyFileSearch/sessionStop}. */
@Experimental
public final class FuzzyFileSearchSessionStopResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public FuzzyFileSearchSessionStopResponse(JsonNode json) {
    super(json);
  }
}
