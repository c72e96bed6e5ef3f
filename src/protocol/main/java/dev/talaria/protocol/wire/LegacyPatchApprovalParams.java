package dev.talaria.protocol.wire;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The params of {@code applyPatchApproval}, the form before the v2 protocol, which no version that
 * was measured uses. A component is {@code null} when the server leaves it out.
 *
 * @param conversationId the thread
 * @param callId the change's item
 * @param fileChanges by path {@code {"type":"add"|"delete","content":…}} or {@code
 *     {"type":"update","unified_diff":…,"move_path":…}}
 * @param reason the model's justification
 * @param grantRoot the folder that Codex asks to write in for the rest of the session
 */
public record LegacyPatchApprovalParams(
    String conversationId, String callId, JsonNode fileChanges, String reason, String grantRoot) {}
