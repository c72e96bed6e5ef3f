// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** A known resource that the server is capable of reading. */
public final class Resource extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public Resource(JsonNode json) {
    super(json);
  }

  /** {@return {@code _meta}; a missing node when absent} */
  public JsonNode meta() {
    return json().path("_meta");
  }

  /** {@return {@code annotations}; a missing node when absent} */
  public JsonNode annotations() {
    return json().path("annotations");
  }

  /** {@return {@code description}; empty when absent or null} */
  public Optional<String> description() {
    return Wire.optionalText(json(), "description");
  }

  /** {@return {@code icons}; empty also when absent or null} */
  public List<JsonNode> icons() {
    return Wire.list(json(), "icons", Wire::node);
  }

  /** {@return {@code mimeType}; empty when absent or null} */
  public Optional<String> mimeType() {
    return Wire.optionalText(json(), "mimeType");
  }

  /** {@return {@code name}} */
  public String name() {
    return Wire.text(json(), "name");
  }

  /** {@return {@code size}; empty when absent or null} */
  public Optional<Long> size() {
    return Wire.optional(json(), "size", Wire::longInteger);
  }

  /** {@return {@code title}; empty when absent or null} */
  public Optional<String> title() {
    return Wire.optionalText(json(), "title");
  }

  /** {@return {@code uri}} */
  public String uri() {
    return Wire.text(json(), "uri");
  }
}
