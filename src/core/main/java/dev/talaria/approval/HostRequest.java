package dev.talaria.approval;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Anything that Codex requests from the host: a decision ({@link ApprovalRequest}) or a service.
 *
 * <p>Immutable. Source: the union {@code ServerRequest} of Codex's schemas.
 */
public sealed interface HostRequest
    permits ApprovalRequest,
        HostRequest.DynamicToolCall,
        HostRequest.CurrentTime,
        HostRequest.AuthTokensRefresh,
        HostRequest.Attestation {

  /** {@return the params as Codex sent them} */
  JsonNode raw();

  /**
   * The model calls a tool of the host. ({@code item/tool/call})
   *
   * @param origin where the call comes from; its item id is that of the {@code dynamicToolCall}
   * @param namespace the tool's namespace; empty for none
   * @param tool the tool's name
   * @param arguments what the model passes; not checked
   * @param raw the params as Codex sent them
   */
  record DynamicToolCall(
      RequestOrigin origin, String namespace, String tool, JsonNode arguments, JsonNode raw)
      implements HostRequest {}

  /**
   * What time is it? ({@code currentTime/read}, 0.169.0)
   *
   * @param threadId the thread that asks; empty when unknown
   * @param raw the params as Codex sent them
   */
  record CurrentTime(String threadId, JsonNode raw) implements HostRequest {}

  /**
   * New tokens, please. ({@code account/chatgptAuthTokens/refresh})
   *
   * @param reason {@code unauthorized}
   * @param previousAccountId the account of the tokens that were refused; empty when unknown
   * @param raw the params as Codex sent them
   */
  record AuthTokensRefresh(String reason, String previousAccountId, JsonNode raw)
      implements HostRequest {}

  /**
   * A proof of what this client is. ({@code attestation/generate}, 0.169.0)
   *
   * @param raw the params as Codex sent them
   */
  record Attestation(JsonNode raw) implements HostRequest {}
}
