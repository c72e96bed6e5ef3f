package dev.talaria.rpc.transport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.talaria.base.DaemonThreads;
import dev.talaria.rpc.ConnectionLostException;
import dev.talaria.rpc.peer.RetryPolicy;
import dev.talaria.rpc.peer.RpcInbound;
import dev.talaria.rpc.peer.RpcPeer;
import dev.talaria.rpc.peer.RpcPeerOptions;
import dev.talaria.rpc.peer.RpcRequest;
import dev.talaria.rpc.peer.RpcTap;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;

/** A peer on one of the transports, with the test in the place of the other side. */
final class TransportLab implements AutoCloseable, RpcInbound {

  /** What carries the messages. */
  enum Kind {
    STDIO,
    TCP,
    TLS,
    UNIX;

    boolean isSocket() {
      return this != STDIO;
    }
  }

  /** A message of a megabyte or more, which is not kept. */
  record Large(int bytes, long checksum) {
    static Large of(byte[] bytes, int start, int length) {
      CRC32 sum = new CRC32();
      sum.update(bytes, start, length);
      return new Large(length, sum.getValue());
    }
  }

  private static final int LARGE = 1024 * 1024;

  final List<Object> received = new CopyOnWriteArrayList<>();
  final CompletableFuture<ConnectionLostException> closed = new CompletableFuture<>();
  final ObjectMapper mapper = new ObjectMapper();
  final RpcPeer peer;
  final Transport transport;

  /** The other side of a socket; {@code null} for stdio. */
  final LoopbackServer server;

  private final ExecutorService callbacks =
      Executors.newCachedThreadPool(DaemonThreads.named("test-callback"));
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("test-timer"));
  private OutputStream toPeer;
  private InputStream fromPeer;

  TransportLab(Kind kind, Path folder) throws Exception {
    this(kind, folder, SocketOptions.DEFAULT, RpcPeerOptions.DEFAULT_OUTGOING_CAPACITY);
  }

  TransportLab(Kind kind, Path folder, SocketOptions given, int outgoingCapacity) throws Exception {
    SocketOptions options = given;
    switch (kind) {
      case TCP -> server = LoopbackServer.tcp();
      case TLS -> {
        TestCertificate certificate = TestCertificate.in(folder);
        server = LoopbackServer.tls(certificate.ofServer());
        options =
            new SocketOptions(
                given.headers(),
                given.connectLimit(),
                given.pingInterval(),
                given.lostAfter(),
                given.closeLimit(),
                certificate.ofClient(),
                false);
      }
      case UNIX -> server = LoopbackServer.unix(folder.resolve("s"));
      default -> server = null;
    }
    transport = kind.isSocket() ? connect(options) : pipes();
    peer =
        RpcPeer.start(
            transport,
            new RpcPeerOptions(
                mapper, callbacks, timer, outgoingCapacity, RpcTap.NONE, RetryPolicy.NONE),
            this,
            reason -> reason);
  }

  private Transport connect(SocketOptions options) throws Exception {
    CompletableFuture<Transport> connected = new CompletableFuture<>();
    callbacks.execute(
        () -> {
          try {
            connected.complete(WebSocketTransport.connect(server.address, options));
          } catch (Throwable e) {
            connected.completeExceptionally(e);
          }
        });
    server.accept();
    return connected.get(30, TimeUnit.SECONDS);
  }

  private Transport pipes() throws IOException {
    Pipe in = Pipe.open();
    Pipe out = Pipe.open();
    toPeer = Channels.newOutputStream(in.sink());
    fromPeer = new BufferedInputStream(Channels.newInputStream(out.source()));
    return new StdioTransport(
        Channels.newInputStream(in.source()), Channels.newOutputStream(out.sink()));
  }

  @Override
  public boolean message(byte[] buffer, int start, int length) {
    if (length < LARGE) {
      return false;
    }
    received.add(Large.of(buffer, start, length));
    return true;
  }

  @Override
  public void notification(String method, JsonNode params) {
    received.add(method);
  }

  @Override
  public void request(RpcRequest request) {
    received.add(request);
  }

  @Override
  public void closed(ConnectionLostException reason) {
    closed.complete(reason);
  }

  /** The other side sends a message. */
  void send(String message) throws IOException {
    send(message.getBytes(StandardCharsets.UTF_8));
  }

  void send(byte[] message) throws IOException {
    if (server != null) {
      server.send(message);
    } else {
      toPeer.write(message);
      toPeer.write('\n');
      toPeer.flush();
    }
  }

  /** The other side reads a message. */
  byte[] readBytes() throws IOException {
    if (server != null) {
      return server.readMessage().payload();
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = fromPeer.read(); next != '\n'; next = fromPeer.read()) {
      if (next < 0) {
        throw new EOFException();
      }
      line.write(next);
    }
    return line.toByteArray();
  }

  JsonNode read() throws IOException {
    return mapper.readTree(readBytes());
  }

  /** The other side ends the connection without a word. */
  void hangUp() throws IOException {
    if (server != null) {
      server.hangUp();
    } else {
      toPeer.close();
    }
  }

  CompletableFuture<JsonNode> request(String method) {
    return peer.request(method, null, JsonNode.class, Duration.ofMinutes(5));
  }

  /** Why the connection was lost, once its reader has ended. */
  String end() throws Exception {
    return closed.get(60, TimeUnit.SECONDS).getMessage();
  }

  @Override
  public void close() throws IOException {
    peer.close();
    if (server != null) {
      server.close();
    } else {
      toPeer.close();
      fromPeer.close();
    }
    callbacks.shutdownNow();
    timer.shutdownNow();
  }
}
