// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;

/**
 * Acknowledges the compression trigger, not completion. Existing maintenance locks and cooldowns
 * can cause the background pass to skip without doing work.
 */
@Experimental
public final class RolloutCompressResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public RolloutCompressResponse(JsonNode json) {
    super(json);
  }
}
