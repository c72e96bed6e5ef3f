// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** EXPERIMENTAL - app/read response. */
public final class AppsReadResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AppsReadResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code apps}} */
  public List<ConnectorMetadata> apps() {
    return Wire.list(json(), "apps", ConnectorMetadata::new);
  }

  /** {@return {@code missingAppIds}} */
  public List<String> missingAppIds() {
    return Wire.list(json(), "missingAppIds", Wire::text);
  }
}
