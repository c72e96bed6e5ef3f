// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code AppScreenshot} of the protocol. */
public final class AppScreenshot extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AppScreenshot(JsonNode json) {
    super(json);
  }

  /** {@return {@code fileId}; empty when absent or null} */
  public Optional<String> fileId() {
    return Wire.optionalText(json(), "fileId");
  }

  /** {@return {@code url}; empty when absent or null} */
  public Optional<String> url() {
    return Wire.optionalText(json(), "url");
  }

  /** {@return {@code userPrompt}} */
  public String userPrompt() {
    return Wire.text(json(), "userPrompt");
  }
}
