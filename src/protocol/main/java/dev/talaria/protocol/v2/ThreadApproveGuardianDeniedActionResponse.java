// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;

/** The result of {@code thread/approveGuardianDeniedAction}. */
public final class ThreadApproveGuardianDeniedActionResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public ThreadApproveGuardianDeniedActionResponse(JsonNode json) {
    super(json);
  }
}
