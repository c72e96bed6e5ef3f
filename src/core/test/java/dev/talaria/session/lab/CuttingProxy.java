package dev.talaria.session.lab;

import dev.talaria.base.DaemonThreads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A way to a server that breaks when the test says so: at once, or within a message. */
public final class CuttingProxy implements AutoCloseable {

  private final ServerSocketChannel listener;
  private final URI server;
  private final Set<SocketChannel> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();

  /** How many bytes of the server's still arrive; negative for all. */
  private long left = -1;

  private long passed;
  private volatile boolean closed;
  private volatile boolean blocked;
  private boolean paused;

  public CuttingProxy(String server) throws IOException {
    this.server = URI.create(server);
    this.listener =
        ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    DaemonThreads.named("test-proxy").newThread(this::accept).start();
  }

  public URI address() {
    return URI.create("ws://127.0.0.1:" + listener.socket().getLocalPort());
  }

  /** How many connections there were. */
  public int connections() {
    return connections.get();
  }

  private void accept() {
    try {
      while (!closed) {
        SocketChannel client = listener.accept();
        if (blocked) {
          client.close();
          continue;
        }
        SocketChannel codex = connect();
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

  private SocketChannel connect() throws IOException {
    return SocketChannel.open(
        server.getScheme().equals("unix")
            ? UnixDomainSocketAddress.of(server.getPath())
            : new InetSocketAddress(server.getHost(), server.getPort()));
  }

  private void pump(SocketChannel from, SocketChannel to, boolean toClient) {
    DaemonThreads.named("test-proxy")
        .newThread(
            () -> {
              ByteBuffer block = ByteBuffer.allocate(8192);
              try (from;
                  to) {
                for (int count = from.read(block); count >= 0; count = from.read(block.clear())) {
                  awaitGoingOn();
                  int most = toClient ? passing(count) : count;
                  block.flip().limit(most);
                  while (block.hasRemaining()) {
                    to.write(block);
                  }
                  if (most < count) {
                    cut();
                    return;
                  }
                }
              } catch (IOException e) {
                // cut
              }
            })
        .start();
  }

  /** Cuts all connections, and lets none through until it is ended. */
  public void block(boolean on) {
    blocked = on;
    if (on) {
      cut();
    }
  }

  /** Passes nothing on, and reads no further, until it is ended; the connections stay. */
  public synchronized void pause(boolean on) {
    paused = on;
    notifyAll();
  }

  private synchronized void awaitGoingOn() throws IOException {
    try {
      while (paused) {
        wait();
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private synchronized int passing(int count) {
    int most = left >= 0 && left < count ? (int) left : count;
    left = most < count ? -1 : left >= 0 ? left - count : left;
    passed += most;
    return most;
  }

  /** Cuts the connection once, when so many more bytes of the server's have arrived. */
  public synchronized void cutAfter(long bytes) {
    left = bytes;
  }

  /** How many bytes of the server's have arrived. */
  public synchronized long passed() {
    return passed;
  }

  /** Ends all connections without a word. */
  public void cut() {
    for (SocketChannel socket : sockets) {
      try {
        if (socket.supportedOptions().contains(StandardSocketOptions.SO_LINGER)) {
          socket.setOption(StandardSocketOptions.SO_LINGER, 0);
        }
        socket.close();
      } catch (ClosedChannelException e) {
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
    pause(false);
    listener.close();
    cut();
  }
}
