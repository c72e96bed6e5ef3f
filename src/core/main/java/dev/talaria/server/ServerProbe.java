package dev.talaria.server;

import dev.talaria.base.TalariaException;
import dev.talaria.rpc.transport.SocketOptions;
import dev.talaria.rpc.transport.WebSocketTransport;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether a server is there. Stateless; each look takes ten seconds at most and sends no
 * token.
 */
final class ServerProbe {

  private static final Logger LOG = LoggerFactory.getLogger(ServerProbe.class);
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final int OK = 200;

  private ServerProbe() {}

  /** Whether somebody listens at the address, who may be too busy to answer. */
  static boolean listens(String address) {
    try {
      return address.startsWith(ServerFiles.UNIX) ? listensOnUnix(address) : listensOnTcp(address);
    } catch (IOException | IllegalArgumentException e) {
      LOG.debug("nothing listens on {}", address, e);
      return false;
    }
  }

  private static boolean listensOnUnix(String address) throws IOException {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      // Not to wait where the queue of connections is full, which is a sign of a listener, too.
      channel.configureBlocking(false);
      channel.connect(UnixDomainSocketAddress.of(address.substring(ServerFiles.UNIX.length())));
      return true;
    }
  }

  private static boolean listensOnTcp(String address) throws IOException {
    URI uri = URI.create(address);
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), millis());
      return true;
    } catch (SocketTimeoutException e) {
      LOG.debug("{} is busy", address, e);
      return true;
    }
  }

  /** Whether the server takes connections: it answers {@code /readyz}, or a WebSocket handshake. */
  static boolean isReady(String address) {
    try {
      if (address.startsWith(ServerFiles.UNIX)) {
        WebSocketTransport.connect(address, SocketOptions.DEFAULT).end();
        return true;
      }
      return readyz(address);
    } catch (IOException | TalariaException e) {
      LOG.debug("{} is not ready", address, e);
      return false;
    }
  }

  private static boolean readyz(String address) throws IOException {
    HttpURLConnection http =
        (HttpURLConnection)
            URI.create(address.replaceFirst("^ws:", "http:") + "/readyz")
                .toURL()
                .openConnection(Proxy.NO_PROXY);
    http.setConnectTimeout(millis());
    http.setReadTimeout(millis());
    http.setInstanceFollowRedirects(false);
    http.setRequestProperty("Connection", "close");
    try {
      return http.getResponseCode() == OK;
    } finally {
      http.disconnect();
    }
  }

  private static int millis() {
    return Math.toIntExact(LIMIT.toMillis());
  }
}
