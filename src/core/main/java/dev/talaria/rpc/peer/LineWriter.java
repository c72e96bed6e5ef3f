package dev.talaria.rpc.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.talaria.base.DaemonThreads;
import dev.talaria.base.Guard;
import dev.talaria.rpc.ConnectionLostException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes lines from a bounded queue on its own thread, so that a reader who has stopped reading
 * blocks only that thread.
 *
 * <p>{@link #enqueue} and {@link #finish} may be called by any thread and never block.
 */
final class LineWriter {

  private static final Logger log = LoggerFactory.getLogger(LineWriter.class);
  private static final Line END = new Line(new byte[0], MissingNode.getInstance());

  /**
   * @param bytes the message without a line end
   * @param message the same as a tree
   */
  private record Line(byte[] bytes, JsonNode message) {}

  private final OutputStream out;
  private final RpcTap tap;
  private final Consumer<ConnectionLostException> onLoss;
  private final BlockingQueue<Line> queue;
  private volatile boolean finished;

  LineWriter(OutputStream out, int capacity, RpcTap tap, Consumer<ConnectionLostException> onLoss) {
    this.out = out;
    this.tap = tap;
    this.onLoss = onLoss;
    this.queue = new LinkedBlockingQueue<>(capacity);
  }

  void start() {
    DaemonThreads.named("talaria-rpc-writer").newThread(this::writeAll).start();
  }

  /** Queues one line, given without its terminator. */
  void enqueue(byte[] bytes, JsonNode message) {
    if (!finished && !queue.offer(new Line(bytes, message))) {
      onLoss.accept(
          new ConnectionLostException(
              "the other side does not read: " + queue.size() + " messages wait to be written"));
      finish();
    }
  }

  /** Writes what is queued, then closes the stream. */
  void finish() {
    finished = true;
    if (!queue.offer(END)) {
      // Full: the other side is stuck, so nothing that waits will ever be written.
      queue.clear();
      queue.add(END);
    }
  }

  private void writeAll() {
    try (OutputStream stream = new BufferedOutputStream(out)) {
      for (Line line = queue.take(); line != END; line = queue.take()) {
        tap.sending(line.message());
        stream.write(line.bytes());
        stream.write('\n');
        if (queue.isEmpty()) {
          stream.flush();
        }
      }
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
