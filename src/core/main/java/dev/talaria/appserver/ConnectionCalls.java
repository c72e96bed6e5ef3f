package dev.talaria.appserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.googlecode.jsonrpc4j.JsonRpcMethod;
import dev.talaria.protocol.wire.ServiceParams;

/**
 * What Codex may call that belongs to no thread.
 *
 * <p>As with {@link ServerCalls}, a method takes the request over and returns at once.
 */
public interface ConnectionCalls {

  /** New tokens for the account that the host logged in with. */
  @JsonRpcMethod(value = "account/chatgptAuthTokens/refresh", required = true)
  void authTokensRefresh(JsonNode requestId, ServiceParams.AuthTokensRefresh params);

  /** A proof of what this client is. */
  @JsonRpcMethod(value = "attestation/generate", required = true)
  void attestation(JsonNode requestId, ServiceParams.Attestation params);
}
