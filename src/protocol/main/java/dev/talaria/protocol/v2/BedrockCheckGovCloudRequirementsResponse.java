// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;

/** Advisory check of the current Bedrock configuration after login or setup. */
@Experimental
public final class BedrockCheckGovCloudRequirementsResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public BedrockCheckGovCloudRequirementsResponse(JsonNode json) {
    super(json);
  }

  /**
   * Whether the active Bedrock authentication resolves to a GovCloud region.
   *
   * @return {@code isGovCloud}
   */
  public boolean isGovCloud() {
    return Wire.required(json(), "isGovCloud", Wire::flag);
  }

  /**
   * Whether GovCloud is selected and the managed requirements miss the baseline. A false value
   * is not a general certification of the network configuration.
   *
   * @return {@code shouldWarn}
   */
  public boolean shouldWarn() {
    return Wire.required(json(), "shouldWarn", Wire::flag);
  }
}
