// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/**
 * {@code WebSearchAction} of the protocol.
 *
 * <p>Its {@code type} says what it is.
 */
public sealed interface WebSearchAction extends WireValue {

  /**
   * {@return the value of a kind that {@code type} names}
   *
   * @param json an object
   */
  static WebSearchAction read(JsonNode json) {
    return switch (Wire.kind(json, "type")) {
      case "search" -> new Search(json);
      case "openPage" -> new OpenPage(json);
      case "findInPage" -> new FindInPage(json);
      case "other" -> new Other(json);
      default -> new Unrecognized(json);
    };
  }

  /** {@code type} is {@code search}. */
  final class Search extends WireObject implements WebSearchAction {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Search(JsonNode json) {
      super(json);
    }

    /** {@return {@code queries}; empty also when absent or null} */
    public List<String> queries() {
      return Wire.list(json(), "queries", Wire::text);
    }

    /** {@return {@code query}; empty when absent or null} */
    public Optional<String> query() {
      return Wire.optionalText(json(), "query");
    }
  }

  /** {@code type} is {@code openPage}. */
  final class OpenPage extends WireObject implements WebSearchAction {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public OpenPage(JsonNode json) {
      super(json);
    }

    /** {@return {@code url}; empty when absent or null} */
    public Optional<String> url() {
      return Wire.optionalText(json(), "url");
    }
  }

  /** {@code type} is {@code findInPage}. */
  final class FindInPage extends WireObject implements WebSearchAction {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public FindInPage(JsonNode json) {
      super(json);
    }

    /** {@return {@code pattern}; empty when absent or null} */
    public Optional<String> pattern() {
      return Wire.optionalText(json(), "pattern");
    }

    /** {@return {@code url}; empty when absent or null} */
    public Optional<String> url() {
      return Wire.optionalText(json(), "url");
    }
  }

  /** {@code type} is {@code other}. */
  final class Other extends WireObject implements WebSearchAction {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Other(JsonNode json) {
      super(json);
    }
  }

  /** One with a {@code type} that is not known here. */
  final class Unrecognized extends WireObject implements WebSearchAction {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Unrecognized(JsonNode json) {
      super(json);
    }
  }
}
