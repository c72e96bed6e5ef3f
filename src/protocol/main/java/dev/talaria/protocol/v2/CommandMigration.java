// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** {@code CommandMigration} of the protocol. */
public final class CommandMigration extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public CommandMigration(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param name {@code name}
   * @return a value with these fields
   */
  public static CommandMigration of(String name) {
    return new CommandMigration(Wire.object("name", name));
  }

  /** {@return {@code name}} */
  public String name() {
    return Wire.text(json(), "name");
  }
}
