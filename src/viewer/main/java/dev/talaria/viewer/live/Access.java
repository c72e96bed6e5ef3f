package dev.talaria.viewer.live;

import com.sun.net.httpserver.HttpExchange;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may see the pages: a browser on this machine that has once come with a token from a URL.
 *
 * <p>Safe for use by many threads. A token is good for one use and becomes a cookie, which scripts
 * cannot read and other sites' pages cannot send.
 */
final class Access {

  private static final int MOST_TOKENS = 16;
  private static final int MOST_BROWSERS = 64;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Viewers of other ports have other cookies of the same machine. */
  private final String cookie = "talaria_" + random().substring(0, 8);

  private final Map<String, String> tokens = bounded(MOST_TOKENS);

  /** By cookie, what an action of its page has to be sent with. */
  private final Map<String, String> browsers = bounded(MOST_BROWSERS);

  private static Map<String, String> bounded(int most) {
    return new LinkedHashMap<>() {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
        return size() > most;
      }
    };
  }

  static String random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Another token; the oldest of sixteen that nobody has used is void. */
  synchronized String token() {
    String token = random();
    tokens.put(token, "");
    return token;
  }

  /** The cookie that a token becomes; empty for one that is unknown or used. */
  synchronized Optional<String> enter(String token, String path) {
    if (tokens.remove(token) == null) {
      return Optional.empty();
    }
    String value = random();
    browsers.put(value, random());
    return Optional.of(cookie + "=" + value + "; Path=" + path + "; HttpOnly; SameSite=Strict");
  }

  /** What the actions of this browser's page are sent with; empty for a stranger. */
  Optional<String> known(HttpExchange exchange) {
    for (String header : exchange.getRequestHeaders().getOrDefault("Cookie", List.of())) {
      for (String pair : header.split(";")) {
        String[] parts = pair.strip().split("=", 2);
        if (parts.length == 2 && parts[0].equals(cookie)) {
          synchronized (this) {
            return Optional.ofNullable(browsers.get(parts[1]));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Why a request is refused, no matter who sends it; empty if it is not. */
  static Optional<String> refusal(HttpExchange exchange) {
    List<String> hosts = exchange.getRequestHeaders().getOrDefault("Host", List.of());
    int port = exchange.getLocalAddress().getPort();
    Set<String> names = Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
    if (!exchange.getRemoteAddress().getAddress().isLoopbackAddress()) {
      return Optional.of("the viewer only answers requests from this machine");
    } else if (hosts.size() != 1 || !names.contains(hosts.get(0))) {
      return Optional.of("the request names another host");
    }
    boolean post = exchange.getRequestMethod().equals("POST");
    String origin = exchange.getRequestHeaders().getFirst("Origin");
    if (origin == null ? post : !origin.equals("http://" + hosts.get(0))) {
      return Optional.of("the request comes from the page of another site");
    }
    String site = exchange.getRequestHeaders().getFirst("Sec-Fetch-Site");
    boolean navigates = "navigate".equals(exchange.getRequestHeaders().getFirst("Sec-Fetch-Mode"));
    boolean own = site == null || site.equals("same-origin") || site.equals("none");
    return own || navigates && !post
        ? Optional.empty()
        : Optional.of("the request comes from the page of another site");
  }
}
