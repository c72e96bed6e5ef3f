package dev.talaria.rpc.transport;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Where a server listens: {@code ws://HOST:PORT}, {@code wss://HOST:PORT} or {@code unix://PATH}.
 * Immutable; its text has no query, which may hold a secret.
 *
 * @param scheme {@code ws}, {@code wss} or {@code unix}
 * @param host without the brackets of IPv6; {@code localhost} for a unix socket
 * @param port 0 for a unix socket
 * @param target what is asked for on the host: path and query
 * @param path of the unix socket; {@code null} for others
 */
record SocketAddress(String scheme, String host, int port, String target, Path path) {

  private static final String UNIX = "unix://";

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException if it is not one; the message does not quote it
   */
  static SocketAddress of(String text) {
    if (text.startsWith(UNIX)) {
      Path path = Path.of(text.substring(UNIX.length()));
      if (!path.isAbsolute()) {
        throw new IllegalArgumentException("a unix socket needs an absolute path: unix:///PATH");
      }
      return new SocketAddress("unix", "localhost", 0, "/", path);
    }
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw notAnAddress();
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("ws") && !scheme.equals("wss") || uri.getHost() == null) {
      throw notAnAddress();
    }
    if (uri.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "an address must not contain a user or password; give a token as a header");
    }
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return new SocketAddress(
        scheme,
        uri.getHost().replaceAll("^\\[|]$", ""),
        uri.getPort() >= 0 ? uri.getPort() : scheme.equals("wss") ? 443 : 80,
        uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery(),
        null);
  }

  private static IllegalArgumentException notAnAddress() {
    return new IllegalArgumentException(
        "the address is not one of ws://HOST:PORT, wss://HOST:PORT, unix:///PATH");
  }

  boolean isUnix() {
    return path != null;
  }

  boolean isTls() {
    return scheme.equals("wss");
  }

  /** As the {@code Host} header has it. */
  String authority() {
    String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return isUnix() ? name : name + ":" + port;
  }

  @Override
  public String toString() {
    return isUnix() ? UNIX + path : scheme + "://" + authority();
  }
}
