package dev.talaria.protocol.wire;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The params of {@code item/tool/call}: the model calls a tool of the host. A component is {@code
 * null} when the server leaves it out.
 *
 * @param callId the id of the {@code dynamicToolCall} item
 * @param namespace the tool's namespace, if it was given one
 * @param tool the tool's name
 * @param arguments what the model passes; not checked against the tool's schema
 */
public record ToolCallParams(
    String threadId,
    String turnId,
    String callId,
    String namespace,
    String tool,
    JsonNode arguments) {}
