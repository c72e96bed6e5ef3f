package dev.talaria.rpc.transport;

import dev.talaria.base.DaemonThreads;
import dev.talaria.base.Redaction;
import dev.talaria.base.TalariaException;
import java.io.BufferedInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.java_websocket.drafts.Draft_6455;

/**
 * One attempt to connect to a server, within a limit that holds for all of it: name service,
 * socket, TLS and handshake. It has a thread of its own, because not all of them can be
 * interrupted; at the limit the socket is closed, which ends the rest.
 */
final class Connecting {

  private final SocketAddress server;
  private final SocketOptions options;
  private final Map<String, String> headers;
  private final SocketStreams streams;

  Connecting(SocketAddress server, SocketOptions options) {
    this.server = server;
    this.options = options;
    this.headers = options.currentHeaders();
    this.streams = new SocketStreams(server);
  }

  /**
   * Connects; blocks.
   *
   * @throws TalariaException if that fails, with the reason in words
   */
  WebSocketTransport connect() {
    CompletableFuture<WebSocketTransport> connected = new CompletableFuture<>();
    DaemonThreads.named("talaria-rpc-connect")
        .newThread(
            () -> {
              try {
                connected.complete(open());
              } catch (Throwable e) {
                connected.completeExceptionally(e);
              }
            })
        .start();
    try {
      return connected.get(options.connectLimit().toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      streams.close();
      throw failure(e.getCause());
    } catch (TimeoutException e) {
      streams.close();
      throw new TalariaException(
          server + " did not answer within " + options.connectLimit().toMillis() + " ms", e);
    } catch (InterruptedException e) {
      streams.close();
      Thread.currentThread().interrupt();
      throw new TalariaException("interrupted while connecting to " + server, e);
    }
  }

  private WebSocketTransport open() throws Exception {
    streams.open(options);
    InputStream in = new BufferedInputStream(streams.in());
    Draft_6455 draft = new Draft_6455(List.of(), WebSocketTransport.LARGEST_RECEIVED);
    new Handshake(server, headers).shake(draft, in, streams.out());
    return new WebSocketTransport(server.toString(), streams, in, draft, options);
  }

  private TalariaException failure(Throwable cause) {
    if (cause instanceof TalariaException known) {
      return known;
    }
    String reason = Redaction.redact("" + cause.getMessage());
    return cause instanceof SSLException
        ? new ConnectRefusedException("TLS with " + server + " failed: " + reason, cause)
        : new TalariaException(
            server + " cannot be reached: " + reason + "; is codex app-server listening there?",
            cause);
  }
}
