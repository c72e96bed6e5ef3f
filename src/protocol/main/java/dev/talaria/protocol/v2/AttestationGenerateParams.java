// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;

/** What {@code attestation/generate} asks. */
public final class AttestationGenerateParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public AttestationGenerateParams(JsonNode json) {
    super(json);
  }
}
