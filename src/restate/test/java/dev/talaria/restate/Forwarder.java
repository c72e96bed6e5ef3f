package dev.talaria.restate;

import dev.talaria.base.DaemonThreads;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * One address in front of several workers: each connection goes to the first one that accepts it.
 * What a load balancer does, in a test.
 */
final class Forwarder implements AutoCloseable {

  private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final ExecutorService threads =
      Executors.newCachedThreadPool(DaemonThreads.named("forwarder"));
  private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
  private final Semaphore held = new Semaphore(1);
  final List<Integer> workers = new CopyOnWriteArrayList<>();

  Forwarder() throws IOException {
    threads.execute(this::accept);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort());
  }

  private void accept() {
    while (true) {
      Socket engine;
      try {
        engine = listening.accept();
      } catch (IOException e) {
        return;
      }
      threads.execute(() -> connect(engine));
    }
  }

  private void connect(Socket engine) {
    for (int port : workers) {
      Socket worker = new Socket();
      try {
        worker.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2_000);
        open.add(engine);
        open.add(worker);
        threads.execute(() -> pipe(engine, worker, false));
        threads.execute(() -> pipe(worker, engine, true));
        return;
      } catch (IOException e) {
        end(worker);
      }
    }
    end(engine);
  }

  /** While this is held, nothing that a worker says reaches the engine. */
  void hold(boolean wanted) {
    if (wanted) {
      held.drainPermits();
    } else {
      held.release();
    }
  }

  /** Cuts the connections that are open; the engine takes its workers for dead. */
  void cut() throws IOException {
    for (Closeable one : open) {
      one.close();
    }
  }

  private void pipe(Socket from, Socket to, boolean mayBeHeld) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] bytes = new byte[16_384];
      for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
        if (mayBeHeld) {
          held.acquireUninterruptibly();
          held.release();
        }
        out.write(bytes, 0, n);
      }
    } catch (IOException e) {
      // One of the two is gone, and so is the other one next.
    } finally {
      end(from);
      end(to);
    }
  }

  private void end(Socket socket) {
    open.remove(socket);
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Closeable one : open) {
      one.close();
    }
    threads.shutdownNow();
  }
}
