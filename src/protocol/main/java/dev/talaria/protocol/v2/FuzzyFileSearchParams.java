// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** The params of {@code fuzzyFileSearch}. */
public final class FuzzyFileSearchParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public FuzzyFileSearchParams(JsonNode json) {
    super(json);
  }

  /**
   * Makes one to be sent.
   *
   * @param query {@code query}
   * @param roots {@code roots}
   * @return a value with these fields
   */
  public static FuzzyFileSearchParams of(String query, List<String> roots) {
    return new FuzzyFileSearchParams(Wire.object("query", query, "roots", roots));
  }

  /** {@return {@code cancellationToken}; empty when absent or null} */
  public Optional<String> cancellationToken() {
    return Wire.optionalText(json(), "cancellationToken");
  }

  /**
   * Sets {@code cancellationToken}.
   *
   * @param value {@code null} is sent as null
   * @return a copy with it
   */
  public FuzzyFileSearchParams cancellationToken(String value) {
    return new FuzzyFileSearchParams(Wire.with(json(), "cancellationToken", value));
  }

  /** {@return {@code query}} */
  public String query() {
    return Wire.text(json(), "query");
  }

  /** {@return {@code roots}} */
  public List<String> roots() {
    return Wire.list(json(), "roots", Wire::text);
  }
}
