// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/**
 * {@code CommandExecutionApprovalDecision} of the protocol.
 *
 * <p>A name, or an object with one key.
 */
public sealed interface CommandExecutionApprovalDecision extends WireValue {

  /**
   * {@return the value of a name or an object}
   *
   * @param json a string or an object
   */
  static CommandExecutionApprovalDecision read(JsonNode json) {
    for (Name one : Name.values()) {
      if (one.wire.equals(json.textValue())) {
        return one;
      }
    }
    return switch (Wire.kind(json)) {
      case "acceptWithExecpolicyAmendment" -> new AcceptWithExecpolicyAmendment(json);
      case "applyNetworkPolicyAmendment" -> new ApplyNetworkPolicyAmendment(json);
      default -> new Unrecognized(json);
    };
  }

  /** The names. */
  enum Name implements CommandExecutionApprovalDecision, WireEnum {
    /** User approved the command. */
    ACCEPT("accept"),
    /**
     * User approved the command and future prompts in the same session-scoped approval cache
     * should run without prompting.
     */
    ACCEPT_FOR_SESSION("acceptForSession"),
    /** User denied the command. The agent will continue the turn. */
    DECLINE("decline"),
    /** User denied the command. The turn will also be immediately interrupted. */
    CANCEL("cancel");

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

  /**
   * User approved the command, and wants to apply the proposed execpolicy amendment so future
   * matching commands can run without prompting.
   */
  final class AcceptWithExecpolicyAmendment extends WireObject implements CommandExecutionApprovalDecision {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public AcceptWithExecpolicyAmendment(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param acceptWithExecpolicyAmendment {@code acceptWithExecpolicyAmendment}
     * @return a value with these fields
     */
    public static AcceptWithExecpolicyAmendment of(AcceptWithExecpolicyAmendmentValue acceptWithExecpolicyAmendment) {
      return new AcceptWithExecpolicyAmendment(Wire.object("acceptWithExecpolicyAmendment", acceptWithExecpolicyAmendment));
    }

    /** {@return {@code acceptWithExecpolicyAmendment}} */
    public AcceptWithExecpolicyAmendmentValue acceptWithExecpolicyAmendment() {
      return Wire.required(json(), "acceptWithExecpolicyAmendment", AcceptWithExecpolicyAmendmentValue::new);
    }

    /** {@code AcceptWithExecpolicyAmendmentValue} of the protocol. */
    public static final class AcceptWithExecpolicyAmendmentValue extends WireObject {

      /**
       * Reads one.
       *
       * @param json kept as it is
       */
      public AcceptWithExecpolicyAmendmentValue(JsonNode json) {
        super(json);
      }

      /**
       * Makes one to be sent.
       *
       * @param execpolicyAmendment {@code execpolicy_amendment}
       * @return a value with these fields
       */
      public static AcceptWithExecpolicyAmendmentValue of(List<String> execpolicyAmendment) {
        return new AcceptWithExecpolicyAmendmentValue(Wire.object("execpolicy_amendment", execpolicyAmendment));
      }

      /** {@return {@code execpolicy_amendment}} */
      public List<String> execpolicyAmendment() {
        return Wire.list(json(), "execpolicy_amendment", Wire::text);
      }
    }
  }

  /** User chose a persistent network policy rule (allow/deny) for this host. */
  final class ApplyNetworkPolicyAmendment extends WireObject implements CommandExecutionApprovalDecision {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public ApplyNetworkPolicyAmendment(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param applyNetworkPolicyAmendment {@code applyNetworkPolicyAmendment}
     * @return a value with these fields
     */
    public static ApplyNetworkPolicyAmendment of(ApplyNetworkPolicyAmendmentValue applyNetworkPolicyAmendment) {
      return new ApplyNetworkPolicyAmendment(Wire.object("applyNetworkPolicyAmendment", applyNetworkPolicyAmendment));
    }

    /** {@return {@code applyNetworkPolicyAmendment}} */
    public ApplyNetworkPolicyAmendmentValue applyNetworkPolicyAmendment() {
      return Wire.required(json(), "applyNetworkPolicyAmendment", ApplyNetworkPolicyAmendmentValue::new);
    }

    /** {@code ApplyNetworkPolicyAmendmentValue} of the protocol. */
    public static final class ApplyNetworkPolicyAmendmentValue extends WireObject {

      /**
       * Reads one.
       *
       * @param json kept as it is
       */
      public ApplyNetworkPolicyAmendmentValue(JsonNode json) {
        super(json);
      }

      /**
       * Makes one to be sent.
       *
       * @param networkPolicyAmendment {@code network_policy_amendment}
       * @return a value with these fields
       */
      public static ApplyNetworkPolicyAmendmentValue of(NetworkPolicyAmendment networkPolicyAmendment) {
        return new ApplyNetworkPolicyAmendmentValue(Wire.object("network_policy_amendment", networkPolicyAmendment));
      }

      /** {@return {@code network_policy_amendment}} */
      public NetworkPolicyAmendment networkPolicyAmendment() {
        return Wire.required(json(), "network_policy_amendment", NetworkPolicyAmendment::new);
      }
    }
  }

  /** One with a name or key that is not known here. */
  final class Unrecognized extends WireObject implements CommandExecutionApprovalDecision {

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
