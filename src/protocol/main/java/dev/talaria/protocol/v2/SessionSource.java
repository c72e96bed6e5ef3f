// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;

/**
 * {@code SessionSource} of the protocol.
 *
 * <p>A name, or an object with one key.
 */
public sealed interface SessionSource extends WireValue {

  /**
   * {@return the value of a name or an object}
   *
   * @param json a string or an object
   */
  static SessionSource read(JsonNode json) {
    for (Name one : Name.values()) {
      if (one.wire.equals(json.textValue())) {
        return one;
      }
    }
    return switch (Wire.kind(json)) {
      case "custom" -> new Custom(json);
      case "subAgent" -> new SubAgent(json);
      default -> new Unrecognized(json);
    };
  }

  /** The names. */
  enum Name implements SessionSource, WireEnum {
    /** {@code cli}. */
    CLI("cli"),
    /** {@code vscode}. */
    VSCODE("vscode"),
    /** {@code exec}. */
    EXEC("exec"),
    /** {@code appServer}. */
    APP_SERVER("appServer"),
    /** {@code unknown}. */
    UNKNOWN("unknown");

    private final String wire;

    Name(String wire) {
      this.wire = wire;
    }

    @Override
    public String wire() {
      return wire;
    }

    @Override
    public JsonNode json() {
      return Wire.tree((Object) wire);
    }
  }

  /** {@code Custom} of the protocol. */
  final class Custom extends WireObject implements SessionSource {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Custom(JsonNode json) {
      super(json);
    }

    /** {@return {@code custom}} */
    public String custom() {
      return Wire.text(json(), "custom");
    }
  }

  /** {@code SubAgent} of the protocol. */
  final class SubAgent extends WireObject implements SessionSource {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public SubAgent(JsonNode json) {
      super(json);
    }

    /** {@return {@code subAgent}} */
    public SubAgentSource subAgent() {
      return Wire.required(json(), "subAgent", SubAgentSource::read);
    }
  }

  /** One with a name or key that is not known here. */
  final class Unrecognized extends WireObject implements SessionSource {

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
