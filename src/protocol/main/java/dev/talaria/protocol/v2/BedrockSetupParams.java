// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;

/**
 * The params of {@code account/bedrock/setup}.
 *
 * <p>Its {@code type} says what it is.
 */
@Experimental
public sealed interface BedrockSetupParams extends WireValue {

  /**
   * {@return the value of a kind that {@code type} names}
   *
   * @param json an object
   */
  static BedrockSetupParams read(JsonNode json) {
    return switch (Wire.kind(json, "type")) {
      case "profile" -> new Profile(json);
      case "environment" -> new Environment(json);
      default -> new Unrecognized(json);
    };
  }

  /** {@code type} is {@code profile}. */
  final class Profile extends WireObject implements BedrockSetupParams {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Profile(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param profile {@code profile}
     * @param region {@code region}
     * @return a value with these fields
     */
    public static Profile of(String profile, String region) {
      return new Profile(Wire.object("type", "profile", "profile", profile, "region", region));
    }

    /** {@return {@code profile}} */
    public String profile() {
      return Wire.text(json(), "profile");
    }

    /** {@return {@code region}} */
    public String region() {
      return Wire.text(json(), "region");
    }
  }

  /** {@code type} is {@code environment}. */
  final class Environment extends WireObject implements BedrockSetupParams {

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
     * @param region {@code region}
     * @return a value with these fields
     */
    public static Environment of(String region) {
      return new Environment(Wire.object("type", "environment", "region", region));
    }

    /** {@return {@code region}} */
    public String region() {
      return Wire.text(json(), "region");
    }
  }

  /** One with a {@code type} that is not known here. */
  final class Unrecognized extends WireObject implements BedrockSetupParams {

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
