// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;
import java.util.Optional;

/**
 * {@code AskForApproval} of the protocol.
 *
 * <p>A name, or an object with one key.
 */
public sealed interface AskForApproval extends WireValue {

  /**
   * {@return the value of a name or an object}
   *
   * @param json a string or an object
   */
  static AskForApproval read(JsonNode json) {
    for (Name one : Name.values()) {
      if (one.wire.equals(json.textValue())) {
        return one;
      }
    }
    return switch (Wire.kind(json)) {
      case "granular" -> new Granular(json);
      default -> new Unrecognized(json);
    };
  }

  /** The names. */
  enum Name implements AskForApproval, WireEnum {
    /** {@code untrusted}. */
    UNTRUSTED("untrusted"),
    /** {@code on-request}. */
    ON_REQUEST("on-request"),
    /** {@code never}. */
    NEVER("never");

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

  /** {@code Granular} of the protocol. */
  final class Granular extends WireObject implements AskForApproval {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Granular(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param granular {@code granular}
     * @return a value with these fields
     */
    public static Granular of(GranularValue granular) {
      return new Granular(Wire.object("granular", granular));
    }

    /** {@return {@code granular}} */
    public GranularValue granular() {
      return Wire.required(json(), "granular", GranularValue::new);
    }

    /** {@code GranularValue} of the protocol. */
    public static final class GranularValue extends WireObject {

      /**
       * Reads one.
       *
       * @param json kept as it is
       */
      public GranularValue(JsonNode json) {
        super(json);
      }

      /**
       * Makes one to be sent.
       *
       * @param mcpElicitations {@code mcp_elicitations}
       * @param rules {@code rules}
       * @param sandboxApproval {@code sandbox_approval}
       * @return a value with these fields
       */
      public static GranularValue of(boolean mcpElicitations, boolean rules, boolean sandboxApproval) {
        return new GranularValue(Wire.object("mcp_elicitations", mcpElicitations, "rules", rules, "sandbox_approval", sandboxApproval));
      }

      /** {@return {@code mcp_elicitations}} */
      public boolean mcpElicitations() {
        return Wire.required(json(), "mcp_elicitations", Wire::flag);
      }

      /** {@return {@code request_permissions}; empty when absent or null} */
      public Optional<Boolean> requestPermissions() {
        return Wire.optional(json(), "request_permissions", Wire::flag);
      }

      /**
       * Sets {@code request_permissions}.
       *
       * @param value not null
       * @return a copy with it
       */
      public GranularValue requestPermissions(boolean value) {
        return new GranularValue(Wire.with(json(), "request_permissions", value));
      }

      /** {@return {@code rules}} */
      public boolean rules() {
        return Wire.required(json(), "rules", Wire::flag);
      }

      /** {@return {@code sandbox_approval}} */
      public boolean sandboxApproval() {
        return Wire.required(json(), "sandbox_approval", Wire::flag);
      }

      /** {@return {@code skill_approval}; empty when absent or null} */
      public Optional<Boolean> skillApproval() {
        return Wire.optional(json(), "skill_approval", Wire::flag);
      }

      /**
       * Sets {@code skill_approval}.
       *
       * @param value not null
       * @return a copy with it
       */
      public GranularValue skillApproval(boolean value) {
        return new GranularValue(Wire.with(json(), "skill_approval", value));
      }
    }
  }

  /** One with a name or key that is not known here. */
  final class Unrecognized extends WireObject implements AskForApproval {

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
