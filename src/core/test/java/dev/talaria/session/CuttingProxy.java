package dev.talaria.session;

import dev.talaria.base.DaemonThreads;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A way to a server that breaks when the test says so: at once, or within a message. */
final class CuttingProxy implements AutoCloseable {

  private final ServerSocket listener;
  private final URI server;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile int halfAfter = -1;
  private volatile boolean closed;
  private volatile boolean blocked;

  CuttingProxy(String server) throws IOException {
    this.server = URI.create(server);
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    DaemonThreads.named("test-proxy").newThread(this::accept).start();
  }

  URI address() {
    return URI.create("ws://127.0.0.1:" + listener.getLocalPort());
  }

  /** How many connections there were. */
  int connections() {
    return connections.get();
  }

  private void accept() {
    try {
      while (!closed) {
        Socket client = listener.accept();
        if (blocked) {
          client.close();
          continue;
        }
        Socket codex = new Socket(server.getHost(), server.getPort());
        sockets.add(client);
        sockets.add(codex);
        connections.incrementAndGet();
        pump(client, codex, false);
        pump(codex, client, true);
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void pump(Socket from, Socket to, boolean toClient) {
    DaemonThreads.named("test-proxy")
        .newThread(
            () -> {
              byte[] block = new byte[8192];
              try (from;
                  to) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int count = in.read(block); count >= 0; count = in.read(block)) {
                  int most = toClient ? halfAfter : -1;
                  if (most >= 0 && count > most) {
                    out.write(block, 0, most);
                    out.flush();
                    halfAfter = -1;
                    cut();
                    return;
                  }
                  out.write(block, 0, count);
                  out.flush();
                }
              } catch (IOException e) {
                // cut
              }
            })
        .start();
  }

  /** Cuts all connections, and lets none through until it is ended. */
  void block(boolean on) {
    blocked = on;
    if (on) {
      cut();
    }
  }

  /** Cuts the connection within what the server sends next: so many bytes of it arrive. */
  void cutWithinMessage(int bytes) {
    halfAfter = bytes;
  }

  /** Ends all connections without a word. */
  void cut() {
    for (Socket socket : sockets) {
      try {
        socket.setSoLinger(true, 0);
        socket.close();
      } catch (SocketException e) {
        // closed already
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
    sockets.clear();
  }

  @Override
  public void close() throws IOException {
    closed = true;
    listener.close();
    cut();
  }
}
