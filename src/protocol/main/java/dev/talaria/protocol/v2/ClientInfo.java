// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code ClientInfo} of the protocol. */
public final class ClientInfo extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ClientInfo(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param name {@code name}
   * @param version {@code version}
   * @return a value with these fields
   */
  public static ClientInfo of(String name, String version) {
    return new ClientInfo(Wire.object("name", name, "version", version));
  }

  /** {@return {@code name}} */
  public String name() {
    return Wire.text(json(), "name");
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
  public ClientInfo title(String value) {
    return new ClientInfo(Wire.with(json(), "title", value));
  }

  /** {@return {@code version}} */
  public String version() {
    return Wire.text(json(), "version");
  }
}
