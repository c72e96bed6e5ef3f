// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/**
 * {@code PluginSource} of the protocol.
 *
 * <p>Its {@code type} says what it is.
 */
public sealed interface PluginSource extends WireValue {

  /**
   * {@return the value of a kind that {@code type} names}
   *
   * @param json an object
   */
  static PluginSource read(JsonNode json) {
    return switch (Wire.kind(json, "type")) {
      case "local" -> new Local(json);
      case "git" -> new Git(json);
      case "npm" -> new Npm(json);
      case "remote" -> new Remote(json);
      default -> new Unrecognized(json);
    };
  }

  /** {@code type} is {@code local}. */
  final class Local extends WireObject implements PluginSource {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Local(JsonNode json) {
      super(json);
    }

    /** {@return {@code path}} */
    public String path() {
      return Wire.text(json(), "path");
    }
  }

  /** {@code type} is {@code git}. */
  final class Git extends WireObject implements PluginSource {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Git(JsonNode json) {
      super(json);
    }

    /** {@return {@code path}; empty when absent or null} */
    public Optional<String> path() {
      return Wire.optionalText(json(), "path");
    }

    /** {@return {@code refName}; empty when absent or null} */
    public Optional<String> refName() {
      return Wire.optionalText(json(), "refName");
    }

    /** {@return {@code sha}; empty when absent or null} */
    public Optional<String> sha() {
      return Wire.optionalText(json(), "sha");
    }

    /** {@return {@code url}} */
    public String url() {
      return Wire.text(json(), "url");
    }
  }

  /** {@code type} is {@code npm}. */
  final class Npm extends WireObject implements PluginSource {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Npm(JsonNode json) {
      super(json);
    }

    /** {@return {@code package}} */
    public String package_() {
      return Wire.text(json(), "package");
    }

    /**
     * Optional HTTPS registry URL. Authentication stays in the user's npm config.
     *
     * @return {@code registry}; empty when absent or null
     */
    public Optional<String> registry() {
      return Wire.optionalText(json(), "registry");
    }

    /**
     * Optional npm version or version range.
     *
     * @return {@code version}; empty when absent or null
     */
    public Optional<String> version() {
      return Wire.optionalText(json(), "version");
    }
  }

  /**
   * The plugin is available in the remote catalog. Download metadata is kept server-side and is
   * not exposed through the app-server API.
   */
  final class Remote extends WireObject implements PluginSource {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Remote(JsonNode json) {
      super(json);
    }
  }

  /** One with a {@code type} that is not known here. */
  final class Unrecognized extends WireObject implements PluginSource {

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
