// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code GitInfo} of the protocol. */
public final class GitInfo extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public GitInfo(JsonNode json) {
    super(json);
  }

  /** {@return {@code branch}; empty when absent or null} */
  public Optional<String> branch() {
    return Wire.optionalText(json(), "branch");
  }

  /** {@return {@code originUrl}; empty when absent or null} */
  public Optional<String> originUrl() {
    return Wire.optionalText(json(), "originUrl");
  }

  /** {@return {@code sha}; empty when absent or null} */
  public Optional<String> sha() {
    return Wire.optionalText(json(), "sha");
  }
}
