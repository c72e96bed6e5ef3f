package dev.talaria.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.approval.HostRequest;
import dev.talaria.approval.HostServices;
import dev.talaria.approval.answer.ServiceAnswer;
import dev.talaria.appserver.AppServer;
import dev.talaria.appserver.ConnectionCalls;
import dev.talaria.appserver.Workers;
import dev.talaria.protocol.wire.ServiceParams;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.rpc.peer.RpcDispatcher;
import dev.talaria.rpc.peer.RpcError;
import dev.talaria.rpc.peer.RpcRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * Takes what Codex asks of the host that belongs to no thread.
 *
 * <p>Called on the reader thread, one request at a time: the services themselves run on workers.
 */
final class ConnectionRequestHandler implements ConnectionCalls {

  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final ServiceCalls calls;
  private final HostServices services;
  private final RpcDispatcher dispatcher;
  private RpcRequest reading;

  ConnectionRequestHandler(AppServer server, Workers workers, HostServices services) {
    this.calls = new ServiceCalls(server, workers, workers.executor());
    this.services = services;
    this.dispatcher = RpcDispatcher.of(ConnectionCalls.class, this, WireJson.mapper());
  }

  /** Takes a request over; the error to answer with, if it cannot be taken. */
  Optional<RpcError> read(RpcRequest request) {
    reading = request;
    return dispatcher.dispatch(request);
  }

  @Override
  public void authTokensRefresh(JsonNode requestId, ServiceParams.AuthTokensRefresh params) {
    HostRequest.AuthTokens request =
        new HostRequest.AuthTokens(
            params.reason() == null ? "" : params.reason(),
            params.previousAccountId() == null ? "" : params.previousAccountId(),
            reading.params());
    calls.serve(
        requestId,
        null,
        LIMIT,
        () -> services.authTokens(request),
        ServiceAnswer::of,
        error -> SessionRequestHandler.failure("no new tokens", error),
        () -> {});
  }

  @Override
  public void attestation(JsonNode requestId, ServiceParams.Attestation params) {
    HostRequest.Attestation request = new HostRequest.Attestation(reading.params());
    calls.serve(
        requestId,
        null,
        LIMIT,
        () -> services.attestation(request),
        ServiceAnswer::attestation,
        error -> SessionRequestHandler.failure("no attestation", error),
        () -> {});
  }

  void close() {
    calls.withdrawAll();
  }
}
