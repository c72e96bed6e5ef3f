// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code BedrockAwsProfile} of the protocol. */
@Experimental
public final class BedrockAwsProfile extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public BedrockAwsProfile(JsonNode json) {
    super(json);
  }

  /** {@return {@code name}} */
  public String name() {
    return Wire.text(json(), "name");
  }

  /** {@return {@code region}; empty when absent or null} */
  public Optional<String> region() {
    return Wire.optionalText(json(), "region");
  }
}
