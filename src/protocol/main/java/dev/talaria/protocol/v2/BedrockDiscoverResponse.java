// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/** The result of {@code account/bedrock/discover}. */
@Experimental
public final class BedrockDiscoverResponse extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public BedrockDiscoverResponse(JsonNode json) {
    super(json);
  }

  /** {@return {@code environmentCredentials}} */
  public List<BedrockEnvironmentCredential> environmentCredentials() {
    return Wire.list(json(), "environmentCredentials", BedrockEnvironmentCredential::new);
  }

  /** {@return {@code profiles}} */
  public List<BedrockAwsProfile> profiles() {
    return Wire.list(json(), "profiles", BedrockAwsProfile::new);
  }
}
