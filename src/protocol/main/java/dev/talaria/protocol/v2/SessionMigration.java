// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code SessionMigration} of the protocol. */
public final class SessionMigration extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public SessionMigration(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param cwd {@code cwd}
   * @param path {@code path}
   * @return a value with these fields
   */
  public static SessionMigration of(String cwd, String path) {
    return new SessionMigration(Wire.object("cwd", cwd, "path", path));
  }

  /** {@return {@code cwd}} */
  public String cwd() {
    return Wire.text(json(), "cwd");
  }

  /** {@return {@code path}} */
  public String path() {
    return Wire.text(json(), "path");
  }

  /** {@return {@code title}; empty when absent or null} */
  public Optional<String> title() {
    return Wire.optionalText(json(), "title");
  }

  /**
   * Sets {@code title}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public SessionMigration title(String value) {
    return new SessionMigration(Wire.with(json(), "title", value));
  }
}
