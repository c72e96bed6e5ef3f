package dev.talaria.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A loopback issuer of logins, and the parts of ChatGPT's backend that Codex then asks. The paths
 * and the shapes are those that Codex 0.169.0 sends and takes.
 */
public final class LoginIssuer implements AutoCloseable {

  public static final String EMAIL = "ada@example.com";
  public static final String CODE = "ABCD-1234";
  public static final String REFRESH_TOKEN = "loopback-refresh-token";

  private static final String TOKEN =
      Stream.of(
              "{\"alg\":\"none\"}",
              """
              {"email":"%s","exp":4000000000,"https://api.openai.com/auth":
                {"chatgpt_plan_type":"plus","chatgpt_account_id":"acc-1",
                 "chatgpt_user_id":"user-1"}}"""
                  .formatted(EMAIL),
              "unsigned")
          .map(part -> part.getBytes(StandardCharsets.UTF_8))
          .map(Base64.getUrlEncoder().withoutPadding()::encodeToString)
          .collect(Collectors.joining("."));

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile boolean confirmed;
  private volatile boolean refuses;

  private final FileChannel browserPort;

  private LoginIssuer(FileChannel browserPort) throws IOException {
    this.browserPort = browserPort;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  public static LoginIssuer start() throws IOException {
    return new LoginIssuer(null);
  }

  /**
   * For logins in a browser. Codex listens on one fixed port during these, and ends another Codex's
   * login there: one such issuer of this machine at a time.
   */
  public static LoginIssuer startForBrowser() throws IOException {
    FileChannel port =
        FileChannel.open(
            Path.of(System.getProperty("java.io.tmpdir"), "talaria-login-port.lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    port.lock();
    return new LoginIssuer(port);
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** For {@code chatgpt_base_url}. */
  public String backend() {
    return url() + "/backend-api/";
  }

  /** What a Codex needs in its environment to log in here. */
  public Map<String, String> environment() {
    return Map.of(
        "CODEX_APP_SERVER_LOGIN_ISSUER", url(),
        "CODEX_REFRESH_TOKEN_URL_OVERRIDE", url() + "/refresh",
        "CODEX_REVOKE_TOKEN_URL_OVERRIDE", url() + "/revoke");
  }

  /** The person enters the code. */
  public void confirm() {
    confirmed = true;
  }

  /** From now on no login is begun or finished here. */
  public void refuse() {
    refuses = true;
  }

  /** What was asked, as method, path and body. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** The person opens the address and agrees; the browser goes back to Codex, to its last page. */
  public static void openInBrowser(String url) throws IOException, InterruptedException {
    Map<String, String> query = query(URI.create(url));
    URI back =
        URI.create(query.get("redirect_uri") + "?code=browser-code&state=" + query.get("state"));
    HttpClient.newBuilder()
        .followRedirects(HttpClient.Redirect.NORMAL)
        .build()
        .send(HttpRequest.newBuilder(back).build(), HttpResponse.BodyHandlers.discarding());
  }

  static Map<String, String> query(URI uri) {
    return Stream.of(uri.getRawQuery().split("&"))
        .map(field -> field.split("=", 2))
        .collect(
            Collectors.toMap(
                field -> field[0],
                field -> java.net.URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    requests.add(exchange.getRequestMethod() + " " + path + " " + body);
    String json = refuses ? "" : json(path);
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(json.isEmpty() ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** Empty for what is not there. */
  private String json(String path) {
    return switch (path) {
      case "/api/accounts/deviceauth/usercode" ->
          "{\"device_auth_id\":\"device-1\",\"user_code\":\"%s\",\"interval\":\"1\"}"
              .formatted(CODE);
      case "/api/accounts/deviceauth/token" ->
          confirmed
              ? "{\"authorization_code\":\"c\",\"code_challenge\":\"c\",\"code_verifier\":\"v\"}"
              : "";
      case "/oauth/token" ->
          "{\"id_token\":\"%1$s\",\"access_token\":\"%1$s\",\"refresh_token\":\"%2$s\"}"
              .formatted(TOKEN, REFRESH_TOKEN);
      case "/revoke" -> "{}";
      case "/backend-api/wham/accounts/check" ->
          """
          {"accounts":[{"id":"acc-1","workspace_backend_origin":"https://127.0.0.1:9",
            "account_routing_override":"NO_CONSTRAINT"}]}""";
      case "/backend-api/wham/usage" ->
          """
          {"plan_type":"plus","credits":{"has_credits":true,"unlimited":false,"balance":"3"},
           "rate_limit":{"allowed":true,"limit_reached":false,"secondary_window":null,
             "primary_window":{"used_percent":12,"limit_window_seconds":18000,
               "reset_after_seconds":60,"reset_at":1795420000}}}""";
      case "/backend-api/wham/profiles/me" ->
          """
          {"stats":{"lifetime_tokens":9999,"peak_daily_tokens":2345,"longest_running_turn_sec":7,
            "current_streak_days":2,"longest_streak_days":3,
            "daily_usage_buckets":[{"start_date":"2026-11-20","tokens":1500}]}}""";
      default -> "";
    };
  }

  @Override
  public void close() throws IOException {
    server.stop(0);
    threads.shutdownNow();
    if (browserPort != null) {
      browserPort.close();
    }
  }
}
