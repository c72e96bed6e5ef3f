// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** EXPERIMENTAL - collaboration mode preset metadata for clients. */
public final class CollaborationModeMask extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public CollaborationModeMask(JsonNode json) {
    super(json);
  }

  /** {@return {@code mode}; empty when absent or null} */
  public Optional<ModeKind> mode() {
    return Wire.optional(json(), "mode", ModeKind::read);
  }

  /** {@return {@code model}; empty when absent or null} */
  public Optional<String> model() {
    return Wire.optionalText(json(), "model");
  }

  /** {@return {@code name}} */
  public String name() {
    return Wire.text(json(), "name");
  }

  /** {@return {@code reasoning_effort}; empty when absent or null} */
  public Optional<String> reasoningEffort() {
    return Wire.optionalText(json(), "reasoning_effort");
  }
}
