// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code SubagentMigration} of the protocol. */
public final class SubagentMigration extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public SubagentMigration(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param name {@code name}
   * @return a value with these fields
   */
  public static SubagentMigration of(String name) {
    return new SubagentMigration(Wire.object("name", name));
  }

  /** {@return {@code name}} */
  public String name() {
    return Wire.text(json(), "name");
  }
}
