package dev.talaria.restate;

import dev.talaria.base.DaemonThreads;
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

/**
 * One address in front of several workers: each connection goes to the first one that accepts it.
 * What a load balancer does, in a test. Safe for use by many threads.
 */
final class CuttingForwarder implements AutoCloseable {

  private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final ExecutorService threads =
      Executors.newCachedThreadPool(DaemonThreads.named("forwarder"));
  private final Set<Link> links = ConcurrentHashMap.newKeySet();
  private boolean held;

  /** Their ports, in the order in which they are tried. */
  final List<Integer> workers = new CopyOnWriteArrayList<>();

  CuttingForwarder() throws IOException {
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
        Link link = new Link(engine, worker);
        links.add(link);
        threads.execute(() -> link.pipe(engine, worker, false));
        threads.execute(() -> link.pipe(worker, engine, true));
        return;
      } catch (IOException e) {
        end(worker);
      }
    }
    end(engine);
  }

  /** While this is held, nothing that a worker says reaches the engine. */
  void hold(boolean wanted) {
    synchronized (links) {
      held = wanted;
      links.notifyAll();
    }
  }

  private void passWhenFree() {
    synchronized (links) {
      while (held) {
        try {
          links.wait();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }
  }

  /** Cuts the connections that are open: the engine takes its workers for dead. */
  void cut() {
    links.forEach(Link::end);
  }

  /** As {@link #cut}, on the engine's side only: the workers do not hear of it. */
  void forsake() {
    for (Link link : links) {
      link.forsaken = true;
      end(link.engine);
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A connection, both of its sides. */
  private final class Link {
    final Socket engine;
    final Socket worker;
    volatile boolean forsaken;

    Link(Socket engine, Socket worker) {
      this.engine = engine;
      this.worker = worker;
    }

    void pipe(Socket from, Socket to, boolean mayBeHeld) {
      try {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        byte[] bytes = new byte[16_384];
        for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
          if (mayBeHeld) {
            passWhenFree();
          }
          out.write(bytes, 0, n);
        }
      } catch (IOException e) {
        // One of the two is gone, and so is the other one next.
      } finally {
        if (!forsaken) {
          end();
        }
      }
    }

    void end() {
      CuttingForwarder.end(engine);
      CuttingForwarder.end(worker);
      links.remove(this);
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    cut();
    threads.shutdownNow();
  }
}
