// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** {@code ConfiguredHookMatcherGroup} of the protocol. */
public final class ConfiguredHookMatcherGroup extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ConfiguredHookMatcherGroup(JsonNode json) {
    super(json);
  }

  /** {@return {@code hooks}} */
  public List<ConfiguredHookHandler> hooks() {
    return Wire.list(json(), "hooks", ConfiguredHookHandler::read);
  }

  /** {@return {@code matcher}; empty when absent or null} */
  public Optional<String> matcher() {
    return Wire.optionalText(json(), "matcher");
  }
}
