// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** An independently persisted, user-visible thread section. */
public final class ThreadSection extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadSection(JsonNode json) {
    super(json);
  }

  /**
   * Optional appearance synchronized across clients.
   *
   * @return {@code appearance}; empty when absent or null
   */
  public Optional<ThreadSectionAppearance> appearance() {
    return Wire.optional(json(), "appearance", ThreadSectionAppearance::new);
  }

  /**
   * Opaque UUIDv7 identity that remains stable when the section is renamed.
   *
   * @return {@code id}
   */
  public String id() {
    return Wire.text(json(), "id");
  }

  /**
   * The current user-visible section name.
   *
   * @return {@code name}
   */
  public String name() {
    return Wire.text(json(), "name");
  }
}
