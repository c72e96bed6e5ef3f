package dev.talaria.session.request;

import dev.talaria.approval.HostRequest;
import dev.talaria.approval.HostServices;
import dev.talaria.approval.answer.ServiceAnswer;
import dev.talaria.appserver.AppServer;
import dev.talaria.appserver.ConnectionCalls;
import dev.talaria.appserver.SerialQueue;
import dev.talaria.appserver.Workers;
import dev.talaria.protocol.wire.ServiceParams;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.rpc.peer.RpcDispatcher;
import dev.talaria.rpc.peer.RpcError;
import dev.talaria.rpc.peer.RpcRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * Has the host answer the requests of Codex that belong to no thread.
 *
 * <p>Called on the reader thread, one request at a time: the services themselves run on workers.
 */
public final class ConnectionRequestHandler implements ConnectionCalls {

  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final PendingRequests requests;
  private final HostServices services;
  private final RpcDispatcher dispatcher;

  public ConnectionRequestHandler(AppServer server, Workers workers, HostServices services) {
    SerialQueue mailbox = new SerialQueue(workers.executor(), SerialQueue.DEFAULT_CAPACITY);
    this.requests = new PendingRequests(server, workers, mailbox);
    this.services = services;
    this.dispatcher = RpcDispatcher.of(ConnectionCalls.class, this, WireJson.mapper());
  }

  /** Takes a request over; the error to answer with, if it cannot be taken. */
  public Optional<RpcError> accept(RpcRequest request) {
    return dispatcher.dispatch(request);
  }

  @Override
  public void authTokensRefresh(RpcRequest request, ServiceParams.AuthTokensRefreshParams params) {
    HostRequest.AuthTokensRefresh tokens =
        new HostRequest.AuthTokensRefresh(
            params.reason() == null ? "" : params.reason(),
            params.previousAccountId() == null ? "" : params.previousAccountId(),
            request.params());
    requests.serve(
        request.id(),
        RequestOwner.NONE,
        "",
        LIMIT,
        () -> services.authTokens(tokens),
        ServiceAnswer::of,
        error -> PendingRequests.failure("no new tokens", error));
  }

  @Override
  public void attestation(RpcRequest request, ServiceParams.AttestationParams params) {
    HostRequest.Attestation attestation = new HostRequest.Attestation(request.params());
    requests.serve(
        request.id(),
        RequestOwner.NONE,
        "",
        LIMIT,
        () -> services.attestation(attestation),
        ServiceAnswer::attestation,
        error -> PendingRequests.failure("no attestation", error));
  }

  public void close() {
    requests.withdrawAll("the connection was closed");
  }
}
