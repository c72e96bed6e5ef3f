package dev.talaria.protocol.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * The params of {@code mcpServer/elicitation/request}: an MCP server's own question, or (since
 * 0.139) Codex's question whether an MCP tool may run. A component is {@code null} when the server
 * leaves it out.
 *
 * @param mode {@code form}, {@code url} or a later version's value
 * @param meta {@code _meta}; with {@code codex_approval_kind = "mcp_tool_call"} it is a tool
 *     approval
 * @param requestedSchema the form's JSON Schema
 * @param url what to open, with mode {@code url}
 */
public record McpElicitationParams(
    String threadId,
    String turnId,
    String serverName,
    String mode,
    @JsonProperty("_meta") JsonNode meta,
    String message,
    JsonNode requestedSchema,
    String url) {}
