package dev.talaria.protocol.wire;

import dev.talaria.protocol.CommandPart;
import java.util.List;

/**
 * The params of {@code execCommandApproval}, the form before the v2 protocol, which no version that
 * was measured uses. A component is {@code null} when the server leaves it out.
 *
 * @param conversationId the thread
 * @param callId the command's item
 * @param approvalId tells several questions of one item apart
 * @param command the words of the command
 * @param parsedCmd what the command does, as far as Codex understood it
 */
public record LegacyCommandApprovalParams(
    String conversationId,
    String callId,
    String approvalId,
    List<String> command,
    String cwd,
    String reason,
    List<CommandPart> parsedCmd) {}
