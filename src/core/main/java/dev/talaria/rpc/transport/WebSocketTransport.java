package dev.talaria.rpc.transport;

import dev.talaria.base.Redaction;
import dev.talaria.rpc.ConnectionLostException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.Opcode;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.framing.FramedataImpl1;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One message per WebSocket message, over TCP, TLS or a unix socket.
 *
 * <p>Java-WebSocket reads and writes the frames; its client is not used, because that queues
 * without a bound, and writes the token to its log. Here the peer's threads read and write, and a
 * third one looks whether the other side is alive. Pings are answered by the writer.
 */
public final class WebSocketTransport implements Transport {

  /** 15 MiB: Codex drops a connection for a message of about 16 MiB. */
  public static final int LARGEST_MESSAGE = 15 * 1024 * 1024;

  private static final Logger log = LoggerFactory.getLogger(WebSocketTransport.class);

  static final int LARGEST_RECEIVED = StdioTransport.DEFAULT_MAX_LINE_BYTES;
  private static final int BLOCK = 64 * 1024;

  /** How long a failed write waits for the reader, who knows more about the reason. */
  private static final Duration READER_LIMIT = Duration.ofMillis(500);

  private final String name;
  private final SocketStreams streams;
  private final InputStream in;
  private final OutputStream out;
  private final Draft_6455 draft;
  private final Duration closeLimit;
  private final KeepAlive keepAlive;
  private final CompletableFuture<ConnectionLostException> end = new CompletableFuture<>();
  private final AtomicInteger closeFrames = new AtomicInteger();
  private final AtomicReference<ByteBuffer> pong = new AtomicReference<>();
  private volatile Runnable wake;

  // Of the reader thread.
  private final byte[] block = new byte[BLOCK];
  private final Queue<Framedata> arrived = new ArrayDeque<>();
  private final MessageParts parts = new MessageParts(LARGEST_RECEIVED);

  /** On streams whose handshake is done. */
  WebSocketTransport(
      String name, SocketStreams streams, InputStream in, Draft_6455 draft, SocketOptions options) {
    this.name = name;
    this.streams = streams;
    this.in = in;
    this.out = new BufferedOutputStream(streams.out(), BLOCK);
    this.draft = draft;
    this.closeLimit = options.closeLimit();
    this.keepAlive =
        new KeepAlive(
            options,
            reason -> {
              end.complete(new ConnectionLostException(name + " " + reason));
              close();
            });
  }

  /**
   * Connects; blocks, at most for the limit of the options.
   *
   * @param address {@code ws://HOST:PORT}, {@code wss://HOST:PORT} or {@code unix:///PATH}
   * @throws IllegalArgumentException if address or headers are not such
   * @throws dev.talaria.base.TalariaException if the server cannot be reached or refuses, or must
   *     not be trusted
   */
  public static WebSocketTransport connect(String address, SocketOptions options) {
    return new Connecting(SocketAddress.of(address), options).connect();
  }

  /**
   * Checks an address.
   *
   * @throws IllegalArgumentException if it is none; the message does not quote it
   */
  public static void requireAddress(String address) {
    SocketAddress.of(address);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int largestMessage() {
    return LARGEST_MESSAGE;
  }

  @Override
  public void start(Runnable wakesWriter) {
    wake = wakesWriter;
    keepAlive.start(wakesWriter);
  }

  @Override
  public ReceivedMessage receive() {
    try {
      while (true) {
        Framedata frame = arrived.poll();
        if (frame == null) {
          read();
        } else {
          ReceivedMessage message = take(frame);
          if (message != null) {
            return message;
          }
        }
      }
    } catch (InvalidDataException e) {
      throw lost(name + " sent data that is not WebSocket: " + e.getMessage(), e);
    } catch (IOException e) {
      throw lost("the connection to " + name + " broke: " + e.getMessage(), e);
    }
  }

  private void read() throws IOException, InvalidDataException {
    int count = in.read(block);
    if (count < 0) {
      throw lost(
          name
              + " ended the connection without saying why (1006): the server ended, or it dropped"
              + " this client, as it does with one that reads too slowly",
          null);
    }
    keepAlive.heard();
    arrived.addAll(draft.translateFrame(ByteBuffer.wrap(block, 0, count)));
  }

  /** What a frame completes; {@code null} while there is more to come. */
  private ReceivedMessage take(Framedata frame) throws InvalidDataException {
    ByteBuffer payload = frame.getPayloadData();
    switch (frame.getOpcode()) {
      case PING -> {
        pong.set(payload);
        wake.run();
      }
      case PONG -> log.trace("{} is alive", name);
      case CLOSING -> throw closed((CloseFrame) frame);
      default -> {
        return parts.add(frame);
      }
    }
    return null;
  }

  private ConnectionLostException closed(CloseFrame frame) {
    String reason = Redaction.redact(frame.getMessage());
    end.complete(
        new ConnectionLostException(
            name
                + " closed the connection with code "
                + frame.getCloseCode()
                + (reason.isBlank() ? "" : ": " + reason)));
    countCloseFrame();
    return end.join();
  }

  @Override
  public void send(byte[] message) {
    sendControl();
    encode(Opcode.TEXT, ByteBuffer.wrap(message));
  }

  @Override
  public void flush() {
    sendControl();
    try {
      out.flush();
    } catch (IOException e) {
      throw notWritten(e);
    }
  }

  @Override
  public void finish() {
    if (!streams.isClosed()) {
      CloseFrame frame = new CloseFrame();
      frame.setCode(CloseFrame.NORMAL);
      encode(frame);
      flush();
      countCloseFrame();
    }
  }

  @Override
  public void end() {
    if (wake == null) {
      close();
    } else {
      keepAlive.endWithin(closeLimit);
    }
  }

  private void sendControl() {
    ByteBuffer asked = pong.getAndSet(null);
    if (asked != null) {
      encode(Opcode.PONG, asked);
    }
    if (keepAlive.takePing()) {
      encode(Opcode.PING, ByteBuffer.allocate(0));
    }
  }

  private void encode(Opcode opcode, ByteBuffer payload) {
    FramedataImpl1 frame = FramedataImpl1.get(opcode);
    frame.setPayload(payload);
    encode(frame);
  }

  private void encode(Framedata frame) {
    ByteBuffer bytes = draft.createBinaryFrame(frame);
    try {
      for (int at = 0; at < bytes.limit(); at += BLOCK) {
        out.write(bytes.array(), at, Math.min(BLOCK, bytes.limit() - at));
        keepAlive.wrote();
      }
    } catch (IOException e) {
      throw notWritten(e);
    }
  }

  /**
   * The reader's reason, if it comes soon: a server that refuses says so before it stops reading.
   */
  private ConnectionLostException notWritten(IOException failure) {
    try {
      return end.get(READER_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      log.debug("{} gave no reason for a failed write", name, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return lost("writing to " + name + " failed: " + failure.getMessage(), failure);
  }

  /** Closes at once; the first reason is the one that counts. */
  private ConnectionLostException lost(String reason, Throwable cause) {
    end.complete(new ConnectionLostException(reason, cause));
    close();
    return end.join();
  }

  /** Both sides have said that they are done when the second one has. */
  private void countCloseFrame() {
    if (closeFrames.incrementAndGet() == 2) {
      close();
    }
  }

  private void close() {
    keepAlive.stop();
    streams.close();
  }

  @Override
  public String toString() {
    return name;
  }
}
