package dev.talaria.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * The params of {@code item/commandExecution/requestApproval} (0.125.0 and later). A component is
 * {@code null} when the server leaves it out.
 *
 * @param kind {@code command}, {@code writeStdin} or {@code humanCommand}; 0.169.0 only
 * @param approvalId tells several questions of one item apart; 0.169.0 only
 * @param command the command line as the shell gets it
 * @param cwd where it would run
 * @param reason the model's justification
 * @param proposedExecpolicyAmendment the command prefix that "always" would allow from now on
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
    List<String> proposedExecpolicyAmendment,
    List<JsonNode> availableDecisions) {}
