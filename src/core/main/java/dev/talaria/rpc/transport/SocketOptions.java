package dev.talaria.rpc.transport;

import dev.talaria.base.internal.Limits;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/**
 * How a {@link WebSocketTransport} connects. Immutable; has no secret in itself.
 *
 * @param headers asked at each connect for what the request to connect also says, such as {@code
 *     Authorization} with a token; called by the thread that connects
 * @param connectLimit how long connecting may take, with everything that belongs to it
 * @param pingInterval how often the other side is asked for a sign of life
 * @param lostAfter after how long without one the connection is lost; longer than {@code
 *     pingInterval}
 * @param closeLimit how long the other side may take to agree to the end, and to take what still
 *     waits for it
 * @param tls for {@code wss} addresses; {@code null} means the JDK's default
 * @param plainRemoteAllowed whether {@code ws} addresses may lead to another machine, where others
 *     on the way can read and change all, the token included
 */
public record SocketOptions(
    Supplier<Map<String, String>> headers,
    Duration connectLimit,
    Duration pingInterval,
    Duration lostAfter,
    Duration closeLimit,
    SSLContext tls,
    boolean plainRemoteAllowed) {

  /**
   * No headers, 10 s to connect, a ping every 10 s, lost after 20 s, 5 s to close, this machine or
   * TLS only.
   */
  public static final SocketOptions DEFAULT =
      new SocketOptions(
          Map::of,
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          Duration.ofSeconds(20),
          Duration.ofSeconds(5),
          null,
          false);

  /** Those that a WebSocket's handshake is made of, and the one that Codex takes for a browser. */
  private static final Set<String> RESERVED =
      Set.of("origin", "host", "connection", "upgrade", "content-length", "transfer-encoding");

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]+");
  private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e]*");

  public SocketOptions {
    Objects.requireNonNull(headers, "headers");
    Limits.positive("connectLimit", connectLimit);
    Limits.positive("pingInterval", pingInterval);
    Limits.positive("closeLimit", closeLimit);
    if (lostAfter.compareTo(pingInterval) <= 0) {
      throw new IllegalArgumentException("lostAfter must be longer than pingInterval");
    }
  }

  /** The same with these headers. */
  public SocketOptions withHeaders(Supplier<Map<String, String>> others) {
    return new SocketOptions(
        others, connectLimit, pingInterval, lostAfter, closeLimit, tls, plainRemoteAllowed);
  }

  /**
   * What the supplier says now.
   *
   * @throws IllegalArgumentException if that is not a header, or one that is not the caller's; the
   *     message has no value in it
   */
  Map<String, String> currentHeaders() {
    Map<String, String> current = Map.copyOf(headers.get());
    current.forEach(
        (name, value) -> {
          String lower = name.toLowerCase(Locale.ROOT);
          if (!NAME.matcher(name).matches()
              || RESERVED.contains(lower)
              || lower.startsWith("sec-websocket-")) {
            throw new IllegalArgumentException("the header " + name + " cannot be set");
          }
          if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                "the value of the header " + name + " has a character that a header cannot have");
          }
        });
    return current;
  }
}
