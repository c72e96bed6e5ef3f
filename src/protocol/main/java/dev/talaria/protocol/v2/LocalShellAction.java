// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code LocalShellAction} of the protocol.
 *
 * <p>Its {@code type} says what it is.
 */
public sealed interface LocalShellAction extends WireValue {

  /**
   * {@return the value of a kind that {@code type} names}
   *
   * @param json an object
   */
  static LocalShellAction read(JsonNode json) {
    return switch (Wire.kind(json, "type")) {
      case "exec" -> new Exec(json);
      default -> new Unrecognized(json);
    };
  }

  /** {@code type} is {@code exec}. */
  final class Exec extends WireObject implements LocalShellAction {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Exec(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param command {@code command}
     * @return a value with these fields
     */
    public static Exec of(List<String> command) {
      return new Exec(Wire.object("type", "exec", "command", command));
    }

    /** {@return {@code command}} */
    public List<String> command() {
      return Wire.list(json(), "command", Wire::text);
    }

    /** {@return {@code env}; empty also when absent or null} */
    public Map<String, String> env() {
      return Wire.map(json(), "env", Wire::text);
    }

    /**
     * Sets {@code env}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public Exec env(Map<String, String> value) {
      return new Exec(Wire.with(json(), "env", value));
    }

    /** {@return {@code timeout_ms}; empty when absent or null} */
    public Optional<Long> timeoutMs() {
      return Wire.optional(json(), "timeout_ms", Wire::longInteger);
    }

    /**
     * Sets {@code timeout_ms}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public Exec timeoutMs(Long value) {
      return new Exec(Wire.with(json(), "timeout_ms", value));
    }

    /** {@return {@code user}; empty when absent or null} */
    public Optional<String> user() {
      return Wire.optionalText(json(), "user");
    }

    /**
     * Sets {@code user}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public Exec user(String value) {
      return new Exec(Wire.with(json(), "user", value));
    }

    /** {@return {@code working_directory}; empty when absent or null} */
    public Optional<String> workingDirectory() {
      return Wire.optionalText(json(), "working_directory");
    }

    /**
     * Sets {@code working_directory}.
     *
     * @param value {@code null} is sent as null
     * @return a copy with it
     */
    public Exec workingDirectory(String value) {
      return new Exec(Wire.with(json(), "working_directory", value));
    }
  }

  /** One with a {@code type} that is not known here. */
  final class Unrecognized extends WireObject implements LocalShellAction {

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
