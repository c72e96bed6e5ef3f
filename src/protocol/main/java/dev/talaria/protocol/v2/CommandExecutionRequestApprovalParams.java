// Generated from the schema that Codex exports; see CONTRIBUTING.md. Do not edit.
package dev.talaria.protocol.v2;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.Experimental;
import dev.talaria.protocol.WireObject;
import dev.talaria.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/** What {@code item/commandExecution/requestApproval} asks. */
public final class CommandExecutionRequestApprovalParams extends WireObject {

  /**
   * Reads one.
   *
   * @param json kept as it is
   */
  public CommandExecutionRequestApprovalParams(JsonNode json) {
    super(json);
  }

  /**
   * Optional additional permissions requested for this command.
   *
   * @return {@code additionalPermissions}; empty when absent or null
   */
  @Experimental
  public Optional<AdditionalPermissionProfile> additionalPermissions() {
    return Wire.optional(json(), "additionalPermissions", AdditionalPermissionProfile::new);
  }

  /**
   * Unique identifier for this specific approval callback.
   *
   * <p>For regular shell/unified_exec approvals, this is null.
   *
   * <p>For zsh-exec-bridge subcommand approvals, multiple callbacks can belong to one parent
   * `itemId`, so `approvalId` is a distinct opaque callback id (a UUID) used to disambiguate
   * routing. Stdin approvals also use a distinct callback id; inspect `kind` to distinguish
   * them.
   *
   * @return {@code approvalId}; empty when absent or null
   */
  public Optional<String> approvalId() {
    return Wire.optionalText(json(), "approvalId");
  }

  /**
   * Ordered list of decisions the client may present for this prompt.
   *
   * @return {@code availableDecisions}; empty also when absent or null
   */
  @Experimental
  public List<CommandExecutionApprovalDecision> availableDecisions() {
    return Wire.list(json(), "availableDecisions", CommandExecutionApprovalDecision::read);
  }

  /**
   * The command to be executed.
   *
   * @return {@code command}; empty when absent or null
   */
  public Optional<String> command() {
    return Wire.optionalText(json(), "command");
  }

  /**
   * Best-effort parsed command actions for friendly display.
   *
   * @return {@code commandActions}; empty also when absent or null
   */
  public List<CommandAction> commandActions() {
    return Wire.list(json(), "commandActions", CommandAction::read);
  }

  /**
   * The command's working directory.
   *
   * @return {@code cwd}; empty when absent or null
   */
  public Optional<String> cwd() {
    return Wire.optionalText(json(), "cwd");
  }

  /**
   * Environment in which the command will run.
   *
   * @return {@code environmentId}; empty when absent or null
   */
  public Optional<String> environmentId() {
    return Wire.optionalText(json(), "environmentId");
  }

  /** {@return {@code itemId}} */
  public String itemId() {
    return Wire.text(json(), "itemId");
  }

  /**
   * Kind of action under review. Defaults to `command` for older servers.
   *
   * @return {@code kind}; empty when absent or null
   */
  public Optional<CommandExecutionApprovalKind> kind() {
    return Wire.optional(json(), "kind", CommandExecutionApprovalKind::read);
  }

  /**
   * Optional context for a managed-network approval prompt.
   *
   * @return {@code networkApprovalContext}; empty when absent or null
   */
  public Optional<NetworkApprovalContext> networkApprovalContext() {
    return Wire.optional(json(), "networkApprovalContext", NetworkApprovalContext::new);
  }

  /**
   * Optional proposed execpolicy amendment to allow similar commands without prompting.
   *
   * @return {@code proposedExecpolicyAmendment}; empty also when absent or null
   */
  public List<String> proposedExecpolicyAmendment() {
    return Wire.list(json(), "proposedExecpolicyAmendment", Wire::text);
  }

  /**
   * Optional proposed network policy amendments (allow/deny host) for future requests.
   *
   * @return {@code proposedNetworkPolicyAmendments}; empty also when absent or null
   */
  public List<NetworkPolicyAmendment> proposedNetworkPolicyAmendments() {
    return Wire.list(json(), "proposedNetworkPolicyAmendments", NetworkPolicyAmendment::new);
  }

  /**
   * Optional explanatory reason (e.g. request for network access).
   *
   * @return {@code reason}; empty when absent or null
   */
  public Optional<String> reason() {
    return Wire.optionalText(json(), "reason");
  }

  /**
   * Unix timestamp (in milliseconds) when this approval request started.
   *
   * @return {@code startedAtMs}
   */
  public long startedAtMs() {
    return Wire.required(json(), "startedAtMs", Wire::longInteger);
  }

  /** {@return {@code threadId}} */
  public String threadId() {
    return Wire.text(json(), "threadId");
  }

  /** {@return {@code turnId}} */
  public String turnId() {
    return Wire.text(json(), "turnId");
  }
}
