// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** The params of {@code marketplace/add}. */
public final class MarketplaceAddParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public MarketplaceAddParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param source {@code source}
   * @return a value with these fields
   */
  public static MarketplaceAddParams of(String source) {
    return new MarketplaceAddParams(Wire.object("source", source));
  }

  /** {@return {@code refName}; empty when absent or null} */
  public Optional<String> refName() {
    return Wire.optionalText(json(), "refName");
  }

  /**
   * Sets {@code refName}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public MarketplaceAddParams refName(String value) {
    return new MarketplaceAddParams(Wire.with(json(), "refName", value));
  }

  /** {@return {@code source}} */
  public String source() {
    return Wire.text(json(), "source");
  }

  /** {@return {@code sparsePaths}; empty also when absent or null} */
  public List<String> sparsePaths() {
    return Wire.list(json(), "sparsePaths", Wire::text);
  }

  /**
   * Sets {@code sparsePaths}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public MarketplaceAddParams sparsePaths(List<String> value) {
    return new MarketplaceAddParams(Wire.with(json(), "sparsePaths", value));
  }
}
