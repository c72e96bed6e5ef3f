// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** Contents returned when reading a resource from an MCP server. */
public final class ResourceContent extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ResourceContent(JsonNode json) {
    super(json);
  }

  /** {@return {@code _meta}; a missing node when absent} */
  public JsonNode meta() {
    return json().path("_meta");
  }

  /** {@return {@code mimeType}; empty when absent or null} */
  public Optional<String> mimeType() {
    return Wire.optionalText(json(), "mimeType");
  }

  /** {@return {@code text}; empty when absent or null} */
  public Optional<String> text() {
    return Wire.optionalText(json(), "text");
  }

  /**
   * The URI of this resource.
   *
   * @return {@code uri}; empty when absent or null
   */
  public Optional<String> uri() {
    return Wire.optionalText(json(), "uri");
  }

  /** {@return {@code blob}; empty when absent or null} */
  public Optional<String> blob() {
    return Wire.optionalText(json(), "blob");
  }
}
