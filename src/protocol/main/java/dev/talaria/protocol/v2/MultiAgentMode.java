// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;

/**
 * Controls the effective multi-agent delegation instructions for a turn. `custom` means the
 * configured mode hint defines the policy instead of a built-in policy.
 *
 * <p>A name, or an object with one key.
 */
public sealed interface MultiAgentMode extends WireValue {

  /**
   * {@return the value of a name or an object}
   *
   * @param json a string or an object
   */
  static MultiAgentMode read(JsonNode json) {
    for (Name one : Name.values()) {
      if (one.wire.equals(json.textValue())) {
        return one;
      }
    }
    return switch (Wire.kind(json)) {
      case "custom" -> new Custom(json);
      default -> new Unrecognized(json);
    };
  }

  /** The names. */
  enum Name implements MultiAgentMode, WireEnum {
    /** {@code explicitRequestOnly}. */
    EXPLICIT_REQUEST_ONLY("explicitRequestOnly"),
    /** {@code proactive}. */
    PROACTIVE("proactive");

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
  final class Custom extends WireObject implements MultiAgentMode {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Custom(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param custom {@code custom}
     * @return a value with these fields
     */
    public static Custom of(String custom) {
      return new Custom(Wire.object("custom", custom));
    }

    /** {@return {@code custom}} */
    public String custom() {
      return Wire.text(json(), "custom");
    }
  }

  /** One with a name or key that is not known here. */
  final class Unrecognized extends WireObject implements MultiAgentMode {

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
