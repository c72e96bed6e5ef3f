// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.WireEnum;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.WireValue;
import dev.talaria.protocol.wire.Wire;
import java.util.List;

/**
 * User's decision in response to an ExecApprovalRequest.
 *
 * <p>A name, or an object with one key.
 */
public sealed interface ReviewDecision extends WireValue {

  /**
   * {@return the value of a name or an object}
   *
   * @param json a string or an object
   */
  static ReviewDecision read(JsonNode json) {
    for (Name one : Name.values()) {
      if (one.wire.equals(json.textValue())) {
        return one;
      }
    }
    return switch (Wire.kind(json)) {
      case "approved_execpolicy_amendment" -> new ApprovedExecpolicyAmendment(json);
      case "network_policy_amendment" -> new NetworkPolicyAmendment(json);
      case "denied" -> new Denied(json);
      default -> new Unrecognized(json);
    };
  }

  /** The names. */
  enum Name implements ReviewDecision, WireEnum {
    /** User has approved this command and the agent should execute it. */
    APPROVED("approved"),
    /**
     * User has approved this request and wants future prompts in the same session-scoped
     * approval cache to be automatically approved for the remainder of the session.
     */
    APPROVED_FOR_SESSION("approved_for_session"),
    /**
     * User has approved this MCP tool call and wants to amend its policy so matching future
     * calls are automatically approved across sessions.
     */
    APPROVED_MCP_POLICY_AMENDMENT("approved_mcp_policy_amendment"),
    /** Automatic approval review timed out before reaching a decision. */
    TIMED_OUT("timed_out"),
    /**
     * User has denied this command and the agent should not do anything until the user's next
     * command.
     */
    ABORT("abort");

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
   * User has approved this command and wants to apply the proposed execpolicy amendment so
   * future matching commands are permitted.
   */
  final class ApprovedExecpolicyAmendment extends WireObject implements ReviewDecision {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public ApprovedExecpolicyAmendment(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param approvedExecpolicyAmendment {@code approved_execpolicy_amendment}
     * @return a value with these fields
     */
    public static ApprovedExecpolicyAmendment of(ApprovedExecpolicyAmendmentValue approvedExecpolicyAmendment) {
      return new ApprovedExecpolicyAmendment(Wire.object("approved_execpolicy_amendment", approvedExecpolicyAmendment));
    }

    /** {@return {@code approved_execpolicy_amendment}} */
    public ApprovedExecpolicyAmendmentValue approvedExecpolicyAmendment() {
      return Wire.required(json(), "approved_execpolicy_amendment", ApprovedExecpolicyAmendmentValue::new);
    }

    /** {@code ApprovedExecpolicyAmendmentValue} of the protocol. */
    public static final class ApprovedExecpolicyAmendmentValue extends WireObject {

      /**
       * Reads one.
       *
       * @param json kept as it is
       */
      public ApprovedExecpolicyAmendmentValue(JsonNode json) {
        super(json);
      }

      /**
       * Makes one to be sent.
       *
       * @param proposedExecpolicyAmendment {@code proposed_execpolicy_amendment}
       * @return a value with these fields
       */
      public static ApprovedExecpolicyAmendmentValue of(List<String> proposedExecpolicyAmendment) {
        return new ApprovedExecpolicyAmendmentValue(Wire.object("proposed_execpolicy_amendment", proposedExecpolicyAmendment));
      }

      /** {@return {@code proposed_execpolicy_amendment}} */
      public List<String> proposedExecpolicyAmendment() {
        return Wire.list(json(), "proposed_execpolicy_amendment", Wire::text);
      }
    }
  }

  /**
   * User chose to persist a network policy rule (allow/deny) for future requests to the same
   * host.
   */
  final class NetworkPolicyAmendment extends WireObject implements ReviewDecision {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public NetworkPolicyAmendment(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param networkPolicyAmendment {@code network_policy_amendment}
     * @return a value with these fields
     */
    public static NetworkPolicyAmendment of(NetworkPolicyAmendmentValue networkPolicyAmendment) {
      return new NetworkPolicyAmendment(Wire.object("network_policy_amendment", networkPolicyAmendment));
    }

    /** {@return {@code network_policy_amendment}} */
    public NetworkPolicyAmendmentValue networkPolicyAmendment() {
      return Wire.required(json(), "network_policy_amendment", NetworkPolicyAmendmentValue::new);
    }

    /** {@code NetworkPolicyAmendmentValue} of the protocol. */
    public static final class NetworkPolicyAmendmentValue extends WireObject {

      /**
       * Reads one.
       *
       * @param json kept as it is
       */
      public NetworkPolicyAmendmentValue(JsonNode json) {
        super(json);
      }

      /**
       * Makes one to be sent.
       *
       * @param networkPolicyAmendment {@code network_policy_amendment}
       * @return a value with these fields
       */
      public static NetworkPolicyAmendmentValue of(dev.talaria.protocol.v2.NetworkPolicyAmendment networkPolicyAmendment) {
        return new NetworkPolicyAmendmentValue(Wire.object("network_policy_amendment", networkPolicyAmendment));
      }

      /** {@return {@code network_policy_amendment}} */
      public dev.talaria.protocol.v2.NetworkPolicyAmendment networkPolicyAmendment() {
        return Wire.required(json(), "network_policy_amendment", dev.talaria.protocol.v2.NetworkPolicyAmendment::new);
      }
    }
  }

  /**
   * User has denied this command and the agent should not execute it, but it should continue the
   * session and try something else.
   */
  final class Denied extends WireObject implements ReviewDecision {

    /**
     * Reads one.
     *
     * @param json kept as it is
     */
    public Denied(JsonNode json) {
      super(json);
    }

    /**
     * Makes one to be sent.
     *
     * @param denied {@code denied}
     * @return a value with these fields
     */
    public static Denied of(DeniedValue denied) {
      return new Denied(Wire.object("denied", denied));
    }

    /** {@return {@code denied}} */
    public DeniedValue denied() {
      return Wire.required(json(), "denied", DeniedValue::new);
    }

    /** {@code DeniedValue} of the protocol. */
    public static final class DeniedValue extends WireObject {

      /**
       * Reads one.
       *
       * @param json kept as it is
       */
      public DeniedValue(JsonNode json) {
        super(json);
      }

      /**
       * Makes one to be sent.
       *
       * @param rejection {@code rejection}
       * @return a value with these fields
       */
      public static DeniedValue of(String rejection) {
        return new DeniedValue(Wire.object("rejection", rejection));
      }

      /** {@return {@code rejection}} */
      public String rejection() {
        return Wire.text(json(), "rejection");
      }
    }
  }

  /** One with a name or key that is not known here. */
  final class Unrecognized extends WireObject implements ReviewDecision {

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
