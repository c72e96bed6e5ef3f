// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** Collaboration mode for a Codex session. */
public final class CollaborationMode extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public CollaborationMode(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param mode {@code mode}
   * @param settings {@code settings}
   * @return a value with these fields
   */
  public static CollaborationMode of(ModeKind mode, Settings settings) {
    return new CollaborationMode(Wire.object("mode", mode, "settings", settings));
  }

  /** {@return {@code mode}} */
  public ModeKind mode() {
    return Wire.required(json(), "mode", ModeKind::read);
  }

  /** {@return {@code settings}} */
  public Settings settings() {
    return Wire.required(json(), "settings", Settings::new);
  }
}
