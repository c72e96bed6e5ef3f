// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/** {@code WebSearchLocation} of the protocol. */
public final class WebSearchLocation extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public WebSearchLocation(JsonNode json) {
    super(json);
  }

  /** {@return {@code city}; empty when absent or null} */
  public Optional<String> city() {
    return Wire.optionalText(json(), "city");
  }

  /** {@return {@code country}; empty when absent or null} */
  public Optional<String> country() {
    return Wire.optionalText(json(), "country");
  }

  /** {@return {@code region}; empty when absent or null} */
  public Optional<String> region() {
    return Wire.optionalText(json(), "region");
  }

  /** {@return {@code timezone}; empty when absent or null} */
  public Optional<String> timezone() {
    return Wire.optionalText(json(), "timezone");
  }
}
