package dev.talaria.session.fault;

import dev.talaria.base.DaemonThreads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A loopback port that refuses connections until it is opened, and leads to a scripted model then.
 *
 * <p>Until then it is bound, so that nobody else gets it, but nobody listens.
 */
final class FaultPort implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FaultPort.class);

  private final List<Socket> piped = new CopyOnWriteArrayList<>();
  private final InetSocketAddress address;
  private Socket bound;
  private ServerSocket door;

  FaultPort() throws IOException {
    bound = bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    address = (InetSocketAddress) bound.getLocalSocketAddress();
  }

  private static Socket bind(InetSocketAddress address) throws IOException {
    Socket socket = new Socket();
    socket.setReuseAddress(true);
    socket.bind(address);
    return socket;
  }

  String baseUrl() {
    return "http://" + address.getAddress().getHostAddress() + ":" + address.getPort() + "/v1";
  }

  /** From now on connections go to the model with this base URL. */
  void open(String modelUrl) throws IOException {
    bound.close();
    URI model = URI.create(modelUrl);
    door = new ServerSocket();
    door.bind(address);
    start(
        () -> {
          while (true) {
            Socket caller = door.accept();
            Socket callee = new Socket(model.getHost(), model.getPort());
            piped.addAll(List.of(caller, callee));
            start(() -> pipe(caller, callee));
            start(() -> pipe(callee, caller));
          }
        });
  }

  /** From now on connections are refused again, and those that are open are cut. */
  void shut() throws IOException {
    door.close();
    for (Socket socket : piped) {
      socket.close();
    }
    piped.clear();
    bound = bind(address);
  }

  /** Until one of the two ends; then both do. */
  private static void pipe(Socket from, Socket to) throws IOException {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (SocketException ended) {
      LOG.debug("a connection ended", ended);
    }
  }

  /** What a thread of this port does until a socket is closed. */
  private interface Pipe {
    void run() throws IOException;
  }

  private void start(Pipe pipe) {
    DaemonThreads.named("fault-port")
        .newThread(
            () -> {
              try {
                pipe.run();
              } catch (IOException e) {
                if (!door.isClosed()) {
                  throw new UncheckedIOException(e);
                }
              }
            })
        .start();
  }

  @Override
  public void close() throws IOException {
    bound.close();
    if (door != null) {
      door.close();
    }
  }
}
