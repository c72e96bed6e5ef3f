package dev.talaria.appserver;

import com.googlecode.jsonrpc4j.JsonRpcMethod;
import dev.talaria.protocol.wire.ServiceParams;
import dev.talaria.rpc.peer.RpcRequest;

/**
 * What Codex may call that belongs to no thread.
 *
 * <p>As with {@link ServerCalls}, a method takes the request over and returns at once.
 */
public interface ConnectionCalls {

  /** New tokens for the account that the host logged in with. */
  @JsonRpcMethod(value = "account/chatgptAuthTokens/refresh", required = true)
  void authTokensRefresh(RpcRequest request, ServiceParams.AuthTokensRefresh params);

  /** A proof of what this client is. */
  @JsonRpcMethod(value = "attestation/generate", required = true)
  void attestation(RpcRequest request, ServiceParams.Attestation params);
}
