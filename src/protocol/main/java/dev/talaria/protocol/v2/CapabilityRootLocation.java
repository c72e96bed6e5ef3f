// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;

/**
 * Location used to resolve a selected capability root.
 *
 * <p>Its {@code type} says what it is.
 */
public sealed interface CapabilityRootLocation extends WireValue {

  /**
   * {@return the value of a kind that {@code type} names}
   *
   * @param json an object
   */
  static CapabilityRootLocation read(JsonNode json) {
    return switch (Wire.kind(json, "type")) {
      case "environment" -> new Environment(json);
      default -> new Unrecognized(json);
    };
  }

  /** A path owned by an execution environment. */
  final class Environment extends WireObject implements CapabilityRootLocation {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Environment(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param environmentId {@code environmentId}
     * @param path {@code path}
     * @return a value with these fields
     */
    public static Environment of(String environmentId, String path) {
      return new Environment(Wire.object("type", "environment", "environmentId", environmentId, "path", path));
    }

    /** {@return {@code environmentId}} */
    public String environmentId() {
      return Wire.text(json(), "environmentId");
    }

    /**
     * Absolute path for the root in the selected environment.
     *
     * @return {@code path}
     */
    public String path() {
      return Wire.text(json(), "path");
    }
  }

  /** One with a {@code type} that is not known here. */
  final class Unrecognized extends WireObject implements CapabilityRootLocation {

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
