// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** Definition for a tool the client can call. */
public final class Tool extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public Tool(JsonNode json) {
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

  /** {@return {@code inputSchema}; a missing node when absent} */
  public JsonNode inputSchema() {
    return json().path("inputSchema");
  }

  /** {@return {@code name}} */
  public String name() {
    return Wire.text(json(), "name");
  }

  /** {@return {@code outputSchema}; a missing node when absent} */
  public JsonNode outputSchema() {
    return json().path("outputSchema");
  }

  /** {@return {@code title}; empty when absent or null} */
  public Optional<String> title() {
    return Wire.optionalText(json(), "title");
  }
}
