// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/**
 * {@code ResponsesApiWebSearchAction} of the protocol.
 *
 * <p>Its {@code type} says what it is.
 */
public sealed interface ResponsesApiWebSearchAction extends WireValue {

  /**
   * {@return the value of a kind that {@code type} names}
   *
   * @param json an object
   */
  static ResponsesApiWebSearchAction read(JsonNode json) {
    return switch (Wire.kind(json, "type")) {
      case "search" -> new Search(json);
      case "open_page" -> new OpenPage(json);
      case "find_in_page" -> new FindInPage(json);
      case "other" -> new Other(json);
      default -> new Unrecognized(json);
    };
  }

  /** {@code type} is {@code search}. */
  final class Search extends WireObject implements ResponsesApiWebSearchAction {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Search(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @return a value with no optional field
     */
    public static Search of() {
      return new Search(Wire.object("type", "search"));
    }

    /** {@return {@code queries}; empty also when absent or null} */
    public List<String> queries() {
      return Wire.list(json(), "queries", Wire::text);
    }

    /**
     * Sets {@code queries}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public Search queries(List<String> value) {
      return new Search(Wire.with(json(), "queries", value));
    }

    /** {@return {@code query}; empty when absent or null} */
    public Optional<String> query() {
      return Wire.optionalText(json(), "query");
    }

    /**
     * Sets {@code query}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public Search query(String value) {
      return new Search(Wire.with(json(), "query", value));
    }
  }

  /** {@code type} is {@code open_page}. */
  final class OpenPage extends WireObject implements ResponsesApiWebSearchAction {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public OpenPage(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @return a value with no optional field
     */
    public static OpenPage of() {
      return new OpenPage(Wire.object("type", "open_page"));
    }

    /** {@return {@code url}; empty when absent or null} */
    public Optional<String> url() {
      return Wire.optionalText(json(), "url");
    }

    /**
     * Sets {@code url}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public OpenPage url(String value) {
      return new OpenPage(Wire.with(json(), "url", value));
    }
  }

  /** {@code type} is {@code find_in_page}. */
  final class FindInPage extends WireObject implements ResponsesApiWebSearchAction {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public FindInPage(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @return a value with no optional field
     */
    public static FindInPage of() {
      return new FindInPage(Wire.object("type", "find_in_page"));
    }

    /** {@return {@code pattern}; empty when absent or null} */
    public Optional<String> pattern() {
      return Wire.optionalText(json(), "pattern");
    }

    /**
     * Sets {@code pattern}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public FindInPage pattern(String value) {
      return new FindInPage(Wire.with(json(), "pattern", value));
    }

    /** {@return {@code url}; empty when absent or null} */
    public Optional<String> url() {
      return Wire.optionalText(json(), "url");
    }

    /**
     * Sets {@code url}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public FindInPage url(String value) {
      return new FindInPage(Wire.with(json(), "url", value));
    }
  }

  /** {@code type} is {@code other}. */
  final class Other extends WireObject implements ResponsesApiWebSearchAction {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Other(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @return a value with no optional field
     */
    public static Other of() {
      return new Other(Wire.object("type", "other"));
    }
  }

  /** One with a {@code type} that is not known here. */
  final class Unrecognized extends WireObject implements ResponsesApiWebSearchAction {

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
