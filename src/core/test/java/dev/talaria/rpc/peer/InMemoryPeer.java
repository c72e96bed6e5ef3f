package dev.talaria.rpc.peer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.base.DaemonThreads;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.rpc.ConnectionLostException;
import dev.talaria.rpc.transport.StdioTransport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/** A peer over in-memory pipes, with the test in the place of the other side. */
final class InMemoryPeer implements AutoCloseable, RpcInbound {

  /** A notification that arrived. */
  record Notification(String method, JsonNode params) {}

  final ExecutorService callbacks =
      Executors.newCachedThreadPool(DaemonThreads.named("test-callback"));
  final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("test-timer"));
  final List<Object> received = new CopyOnWriteArrayList<>();
  final AtomicInteger diagnoses = new AtomicInteger();
  final RpcPeer peer;

  /** The method on whose messages this side fails; {@code null} for none. */
  volatile String failsOn;

  private final OutputStream toPeer;
  private final BufferedReader fromPeer;

  InMemoryPeer() {
    this(StdioTransport.DEFAULT_MAX_LINE_BYTES, RpcPeerOptions.DEFAULT_OUTGOING_CAPACITY);
  }

  InMemoryPeer(int maxLineBytes, int outgoingCapacity) {
    this(maxLineBytes, outgoingCapacity, RetryPolicy.NONE);
  }

  InMemoryPeer(RetryPolicy retry) {
    this(StdioTransport.DEFAULT_MAX_LINE_BYTES, RpcPeerOptions.DEFAULT_OUTGOING_CAPACITY, retry);
  }

  private InMemoryPeer(int maxLineBytes, int outgoingCapacity, RetryPolicy retry) {
    try {
      Pipe in = Pipe.open();
      Pipe out = Pipe.open();
      toPeer = Channels.newOutputStream(in.sink());
      fromPeer =
          new BufferedReader(
              new InputStreamReader(Channels.newInputStream(out.source()), StandardCharsets.UTF_8));
      peer =
          RpcPeer.start(
              new StdioTransport(
                  Channels.newInputStream(in.source()),
                  Channels.newOutputStream(out.sink()),
                  maxLineBytes),
              new RpcPeerOptions(
                  WireJson.mapper(), callbacks, timer, outgoingCapacity, RpcTap.NONE, retry),
              this,
              reason -> {
                diagnoses.incrementAndGet();
                return new ConnectionLostException("diagnosed", reason);
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void notification(String method, JsonNode params) {
    Notification notification = new Notification(method, params);
    failOn(notification.method());
    received.add(notification);
  }

  @Override
  public void request(RpcRequest request) {
    failOn(request.method());
    received.add(request);
  }

  private void failOn(String method) {
    if (method.equals(failsOn)) {
      throw new StackOverflowError();
    }
  }

  @Override
  public void closed(ConnectionLostException reason) {
    received.add(reason);
  }

  void send(String line) throws IOException {
    sendBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  void sendBytes(byte[] bytes) throws IOException {
    toPeer.write(bytes);
    toPeer.flush();
  }

  void hangUp() throws IOException {
    toPeer.close();
  }

  String readLine() throws IOException {
    return fromPeer.readLine();
  }

  JsonNode readMessage() throws IOException {
    return WireJson.mapper().readTree(readLine());
  }

  @Override
  public void close() throws IOException {
    peer.close();
    toPeer.close();
    callbacks.shutdownNow();
    timer.shutdownNow();
  }
}
