package dev.talaria.protocol.wire;

/**
 * The params of {@code item/fileChange/requestApproval}: no paths, those are in the {@code
 * fileChange} item of the same id. A component is {@code null} when the server leaves it out.
 *
 * @param reason the model's justification
 * @param grantRoot the folder that Codex asks to write in for the rest of the session
 */
public record FileChangeApprovalParams(
    String threadId, String turnId, String itemId, String reason, String grantRoot) {}
