package dev.talaria.protocol.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.CommandPart;
import dev.talaria.protocol.NetworkRule;
import dev.talaria.protocol.NetworkTarget;
import java.util.List;

/**
 * The params of {@code item/commandExecution/requestApproval}. A component is {@code null} when the
 * server leaves it out.
 *
 * @param kind {@code command}, {@code writeStdin} or {@code humanCommand}; 0.169.0 only
 * @param approvalId tells several questions of one item apart; 0.169.0 only
 * @param command the command line as the shell gets it
 * @param cwd where it would run
 * @param reason the model's justification
 * @param commandActions what the command line does, as far as Codex understood it
 * @param networkApprovalContext what the command wants to reach, if that is what is asked
 * @param additionalPermissions what the command is to have beyond the sandbox: {@code
 *     {"network":…,"fileSystem":…}}
 * @param proposedExecpolicyAmendment the command prefix that "always" would allow from now on
 * @param proposedNetworkPolicyAmendments the rules about hosts that could be remembered
 * @param availableDecisions what Codex offers; not complete, {@code acceptForSession} works
 *     unlisted
 */
public record CommandExecutionApprovalParams(
    String threadId,
    String turnId,
    String itemId,
    String kind,
    String approvalId,
    String command,
    String cwd,
    String reason,
    List<CommandPart> commandActions,
    NetworkTarget networkApprovalContext,
    JsonNode additionalPermissions,
    List<String> proposedExecpolicyAmendment,
    List<NetworkRule> proposedNetworkPolicyAmendments,
    List<JsonNode> availableDecisions) {}
