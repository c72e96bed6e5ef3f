package dev.talaria.rpc.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.talaria.base.DaemonThreads;
import dev.talaria.base.Guard;
import dev.talaria.rpc.ConnectionLostException;
import dev.talaria.rpc.transport.Transport;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends messages from a bounded queue on its own thread, so that a reader who has stopped reading
 * blocks only that thread.
 *
 * <p>{@link #enqueue}, {@link #wake} and {@link #finish} may be called by any thread and never
 * block.
 */
final class MessageWriter {

  private static final Logger log = LoggerFactory.getLogger(MessageWriter.class);
  private static final Queued END = new Queued(new byte[0], MissingNode.getInstance());
  private static final Queued WAKE = new Queued(new byte[0], MissingNode.getInstance());

  /**
   * @param bytes the message as it is sent
   * @param message the same as a tree
   */
  private record Queued(byte[] bytes, JsonNode message) {}

  private final Transport transport;
  private final RpcTap tap;
  private final Consumer<ConnectionLostException> onLoss;
  private final BlockingQueue<Queued> queue;
  private volatile boolean finished;

  MessageWriter(
      Transport transport, int capacity, RpcTap tap, Consumer<ConnectionLostException> onLoss) {
    this.transport = transport;
    this.tap = tap;
    this.onLoss = onLoss;
    this.queue = new LinkedBlockingQueue<>(capacity);
  }

  void start() {
    DaemonThreads.named("talaria-rpc-writer").newThread(this::writeAll).start();
  }

  /** Queues one message. */
  void enqueue(byte[] bytes, JsonNode message) {
    if (!finished && !queue.offer(new Queued(bytes, message))) {
      onLoss.accept(
          new ConnectionLostException(
              "the other side does not read: " + queue.size() + " messages wait to be written"));
      finish();
    }
  }

  /** Lets the transport send what it has to say; a full queue has the writer at work anyway. */
  void wake() {
    if (!finished && queue.isEmpty()) {
      queue.offer(WAKE);
    }
  }

  /** Sends what is queued, then finishes the transport. */
  void finish() {
    finished = true;
    if (!queue.offer(END)) {
      // Full: the other side is stuck, so nothing that waits will ever be written.
      queue.clear();
      queue.add(END);
    }
    transport.end();
  }

  private void writeAll() {
    try {
      try {
        for (Queued next = queue.take(); next != END; next = queue.take()) {
          if (next != WAKE) {
            tap.sending(next.message());
            transport.send(next.bytes());
          }
          if (queue.isEmpty()) {
            transport.flush();
          }
        }
      } finally {
        transport.finish();
      }
    } catch (ConnectionLostException e) {
      finished = true;
      onLoss.accept(e);
    } catch (IOException e) {
      log.debug("writing failed", e);
      finished = true;
      onLoss.accept(new ConnectionLostException("writing to the other side failed", e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      onLoss.accept(new ConnectionLostException("the writer was interrupted", e));
    } catch (Throwable e) {
      log.error("the writer failed; the connection is given up", e);
      finished = true;
      onLoss.accept(new ConnectionLostException("the writer failed: " + Guard.words(e), e));
    }
  }
}
