package dev.talaria.protocol.wire;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The params of {@code item/permissions/requestApproval}. A component is {@code null} when the
 * server leaves it out.
 *
 * @param cwd the working directory that relative permissions mean
 * @param reason the model's justification
 * @param permissions what is asked: {@code {"network":…,"fileSystem":…}}; the grant is a part of it
 */
public record PermissionsApprovalParams(
    String threadId,
    String turnId,
    String itemId,
    String cwd,
    String reason,
    JsonNode permissions) {}
