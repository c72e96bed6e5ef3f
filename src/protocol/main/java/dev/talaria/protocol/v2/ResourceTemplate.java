// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** A template description for resources available on the server. */
public final class ResourceTemplate extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ResourceTemplate(JsonNode json) {
    super(json);
  }

  /** {@return {@code annotations}; a missing node when absent} */
  public JsonNode annotations() {
    return json().path("annotations");
  }

  /** {@return {@code description}; empty when absent or null} */
  public Optional<String> description() {
    return Wire.optionalText(json(), "description");
  }

  /** {@return {@code mimeType}; empty when absent or null} */
  public Optional<String> mimeType() {
    return Wire.optionalText(json(), "mimeType");
  }

  /** {@return {@code name}} */
  public String name() {
    return Wire.text(json(), "name");
  }

  /** {@return {@code title}; empty when absent or null} */
  public Optional<String> title() {
    return Wire.optionalText(json(), "title");
  }

  /** {@return {@code uriTemplate}} */
  public String uriTemplate() {
    return Wire.text(json(), "uriTemplate");
  }
}
