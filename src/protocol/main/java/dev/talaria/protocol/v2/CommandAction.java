// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/**
 * {@code CommandAction} of the protocol.
 *
 * <p>Its {@code type} says what it is.
 */
public sealed interface CommandAction extends WireValue {

  /**
   * {@return the value of a kind that {@code type} names}
   *
   * @param json an object
   */
  static CommandAction read(JsonNode json) {
    return switch (Wire.kind(json, "type")) {
      case "read" -> new Read(json);
      case "listFiles" -> new ListFiles(json);
      case "search" -> new Search(json);
      case "unknown" -> new Unknown(json);
      default -> new Unrecognized(json);
    };
  }

  /** {@code type} is {@code read}. */
  final class Read extends WireObject implements CommandAction {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Read(JsonNode json) {
      super(json);
    }

    /** {@return {@code command}} */
    public String command() {
      return Wire.text(json(), "command");
    }

    /** {@return {@code name}} */
    public String name() {
      return Wire.text(json(), "name");
    }

    /** {@return {@code path}} */
    public String path() {
      return Wire.text(json(), "path");
    }
  }

  /** {@code type} is {@code listFiles}. */
  final class ListFiles extends WireObject implements CommandAction {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public ListFiles(JsonNode json) {
      super(json);
    }

    /** {@return {@code command}} */
    public String command() {
      return Wire.text(json(), "command");
    }

    /** {@return {@code path}; empty when absent or null} */
    public Optional<String> path() {
      return Wire.optionalText(json(), "path");
    }
  }

  /** {@code type} is {@code search}. */
  final class Search extends WireObject implements CommandAction {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Search(JsonNode json) {
      super(json);
    }

    /** {@return {@code command}} */
    public String command() {
      return Wire.text(json(), "command");
    }

    /** {@return {@code path}; empty when absent or null} */
    public Optional<String> path() {
      return Wire.optionalText(json(), "path");
    }

    /** {@return {@code query}; empty when absent or null} */
    public Optional<String> query() {
      return Wire.optionalText(json(), "query");
    }
  }

  /** {@code type} is {@code unknown}. */
  final class Unknown extends WireObject implements CommandAction {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Unknown(JsonNode json) {
      super(json);
    }

    /** {@return {@code command}} */
    public String command() {
      return Wire.text(json(), "command");
    }
  }

  /** One with a {@code type} that is not known here. */
  final class Unrecognized extends WireObject implements CommandAction {

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
