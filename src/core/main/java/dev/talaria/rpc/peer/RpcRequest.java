package dev.talaria.rpc.peer;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A message from the other side that requires exactly one answer.
 *
 * <p>The tree is shared, not copied: treat it as read-only.
 *
 * @param id the request's id, a string or an integer; it goes back unchanged, in value and type
 * @param method the method's name
 * @param params the {@code params} member; a missing node when there was none
 */
public record RpcRequest(JsonNode id, String method, JsonNode params) {}
