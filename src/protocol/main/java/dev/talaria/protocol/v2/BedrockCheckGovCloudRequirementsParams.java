// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** The params of {@code account/bedrock/checkGovCloudRequirements}. */
@Experimental
public final class BedrockCheckGovCloudRequirementsParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public BedrockCheckGovCloudRequirementsParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @return a value with no optional field
   */
  public static BedrockCheckGovCloudRequirementsParams of() {
    return new BedrockCheckGovCloudRequirementsParams(Wire.object());
  }
}
