// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/**
 * {@code DynamicToolNamespaceTool} of the protocol.
 *
 * <p>Its {@code type} says what it is.
 */
public sealed interface DynamicToolNamespaceTool extends WireValue {

  /**
   * {@return the value of a kind that {@code type} names}
   *
   * @param json an object
   */
  static DynamicToolNamespaceTool read(JsonNode json) {
    return switch (Wire.kind(json, "type")) {
      case "function" -> new Function(json);
      default -> new Unrecognized(json);
    };
  }

  /** {@code type} is {@code function}. */
  final class Function extends WireObject implements DynamicToolNamespaceTool {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Function(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param description {@code description}
     * @param inputSchema {@code inputSchema}
     * @param name {@code name}
     * @return a value with these fields
     */
    public static Function of(String description, JsonNode inputSchema, String name) {
      return new Function(Wire.object("type", "function", "description", description, "inputSchema", inputSchema, "name", name));
    }

    /** {@return {@code deferLoading}; empty when absent or null} */
    public Optional<Boolean> deferLoading() {
      return Wire.optional(json(), "deferLoading", Wire::flag);
    }

    /**
     * Sets {@code deferLoading}.
     *
     * @param value not null
     * @return a copy with it
     */
    public Function deferLoading(boolean value) {
      return new Function(Wire.with(json(), "deferLoading", value));
    }

    /** {@return {@code description}} */
    public String description() {
      return Wire.text(json(), "description");
    }

    /** {@return {@code inputSchema}; a missing node when absent} */
    public JsonNode inputSchema() {
      return json().path("inputSchema");
    }

    /** {@return {@code name}} */
    public String name() {
      return Wire.text(json(), "name");
    }
  }

  /** One with a {@code type} that is not known here. */
  final class Unrecognized extends WireObject implements DynamicToolNamespaceTool {

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
