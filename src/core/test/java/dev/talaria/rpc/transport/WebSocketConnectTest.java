package dev.talaria.rpc.transport;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.talaria.base.TalariaException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How connecting succeeds and fails, and that a token goes nowhere but to the server. */
@Timeout(120)
class WebSocketConnectTest {

  private static final String TOKEN = "tok-4711-nobody-may-see-this";

  @TempDir Path folder;

  private static SocketOptions withToken() {
    return SocketOptions.DEFAULT.withHeaders(() -> Map.of("Authorization", "Bearer " + TOKEN));
  }

  private static SocketOptions limited(Duration limit, boolean plainRemote) {
    SocketOptions options = SocketOptions.DEFAULT;
    return new SocketOptions(
        options.headers(),
        limit,
        options.pingInterval(),
        options.lostAfter(),
        options.closeLimit(),
        null,
        plainRemote);
  }

  private static CompletableFuture<WebSocketTransport> connecting(
      LoopbackServer server, SocketOptions options) {
    return CompletableFuture.supplyAsync(() -> WebSocketTransport.connect(server.address, options));
  }

  private static Throwable failure(CompletableFuture<?> future) {
    return assertThrows(ExecutionException.class, () -> future.get(60, TimeUnit.SECONDS))
        .getCause();
  }

  private static String refusal(String address, SocketOptions options) {
    return assertThrows(TalariaException.class, () -> WebSocketTransport.connect(address, options))
        .getMessage();
  }

  @Test
  void the_token_is_asked_for_at_each_connect_and_no_origin_is_sent() throws Exception {
    List<String> tokens = Collections.synchronizedList(new ArrayList<>(List.of("one", "two")));
    SocketOptions options =
        SocketOptions.DEFAULT.withHeaders(
            () -> Map.of("Authorization", "Bearer " + tokens.remove(0)));
    try (LoopbackServer server = LoopbackServer.tcp()) {
      for (int i = 0; i < 2; i++) {
        CompletableFuture<WebSocketTransport> connecting = connecting(server, options);
        server.accept();
        connecting.get(60, TimeUnit.SECONDS).end();
        assertEquals(List.of(), server.readToEnd());
      }
      assertEquals(
          List.of("Bearer one", "Bearer two"),
          server.requests.stream().map(headers -> headers.get("Authorization")).toList());
      Map<String, String> request = server.requests.get(0);
      assertFalse(request.containsKey("Origin"));
      assertEquals("GET / HTTP/1.1", request.get(""));
      assertEquals(server.address.substring("ws://".length()), request.get("Host"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "true, 401 Unauthorized, refused the token (401)",
    "false, 401 Unauthorized, needs a token and got none (401)",
    "true, 403 Forbidden, refused the connection (403)",
    "true, 503 Busy, refused the connection (503)",
    "true, 200 OK, refused the connection (200)",
  })
  void a_refusal_has_words(boolean token, String status, String words) throws Exception {
    try (LoopbackServer server = LoopbackServer.tcp()) {
      CompletableFuture<WebSocketTransport> connecting =
          connecting(server, token ? withToken() : SocketOptions.DEFAULT);
      server.acceptAndAnswer("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n");
      String message = failure(connecting).getMessage();
      assertTrue(message.startsWith(server.address + " " + words), message);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'SSH-2.0-OpenSSH\r\n\r\n', does not speak WebSocket",
    "'\r\n\r\n', does not speak WebSocket",
    "'HTTP/1.1 101 Yes\r\n\r\n', did not agree to a WebSocket",
    "'HTTP/1.1 101 Yes\r\nnonsense\r\n\r\n', gave an answer that is not a WebSocket handshake",
    "'HTTP/1.1 101 Yes\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: x\r\n"
        + "\r\n', did not agree to a WebSocket",
    "'HTTP/1.1 101', cannot be reached: it closed the connection without an answer",
  })
  void what_is_not_a_websocket_server_is_named(String answer, String words) throws Exception {
    try (LoopbackServer server = LoopbackServer.tcp()) {
      CompletableFuture<WebSocketTransport> connecting = connecting(server, SocketOptions.DEFAULT);
      server.acceptAndAnswer(answer);
      Throwable failure = failure(connecting);
      assertInstanceOf(TalariaException.class, failure);
      assertTrue(
          failure.getMessage().startsWith(server.address + " " + words), failure.getMessage());
    }
  }

  @Test
  void an_endless_answer_is_not_read_to_its_end() throws Exception {
    try (LoopbackServer server = LoopbackServer.tcp()) {
      CompletableFuture<WebSocketTransport> connecting = connecting(server, SocketOptions.DEFAULT);
      server.acceptAndAnswer("HTTP/1.1 101 Yes\r\nX: " + "x".repeat(20_000));
      assertTrue(failure(connecting).getMessage().contains("more than a WebSocket handshake"));
    }
  }

  @Test
  void a_server_that_does_not_answer_is_given_up_at_the_limit() throws Exception {
    try (LoopbackServer server = LoopbackServer.unix(folder.resolve("s"))) {
      CompletableFuture<WebSocketTransport> connecting =
          connecting(server, limited(Duration.ofMillis(300), false));
      server.acceptRequest();
      assertEquals(
          server.address + " did not answer within 300 ms", failure(connecting).getMessage());
      assertEquals(List.of(), server.readToEnd());
    }
  }

  @Test
  void nobody_listens() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    String tcp = "ws://127.0.0.1:" + port;
    assertEquals(
        tcp + " cannot be reached: Connection refused; is codex app-server listening there?",
        refusal(tcp, SocketOptions.DEFAULT));

    Path missing = folder.resolve("missing");
    assertEquals(
        "no socket was found at " + missing + "; is codex app-server listening there?",
        refusal("unix://" + missing, SocketOptions.DEFAULT));

    Path stale = folder.resolve("stale");
    LoopbackServer.unix(stale).close();
    assertTrue(Files.exists(stale));
    assertEquals(
        "unix://"
            + stale
            + " cannot be reached: Connection refused; is codex app-server listening there?",
        refusal("unix://" + stale, SocketOptions.DEFAULT));
  }

  @Test
  void a_unix_socket_of_another_user_is_refused() throws Exception {
    Path socket = folder.resolve("s");
    try (LoopbackServer server = LoopbackServer.unix(socket)) {
      String nobody = "nobody";
      try {
        Files.setOwner(
            socket,
            socket.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(nobody));
      } catch (IOException e) {
        assumeTrue(false, "only root can give a file away: " + e);
      }
      String words = refusal(server.address, withToken());
      assertTrue(words.startsWith("the socket " + socket + " belongs to the user nobody"), words);
      assertEquals(List.of(), server.requests);
    }
  }

  @Test
  void a_link_to_a_unix_socket_is_followed() throws Exception {
    Path link = folder.resolve("link");
    try (LoopbackServer server = LoopbackServer.unix(folder.resolve("s"))) {
      Files.createSymbolicLink(link, folder.resolve("s"));
      CompletableFuture<WebSocketTransport> connecting =
          CompletableFuture.supplyAsync(
              () -> WebSocketTransport.connect("unix://" + link, SocketOptions.DEFAULT));
      server.accept();
      WebSocketTransport transport = connecting.get(60, TimeUnit.SECONDS);
      assertEquals("unix://" + link, transport.name());
      transport.end();
    }
  }

  @Test
  void without_tls_only_this_machine_is_connected_to_unless_that_is_allowed() {
    // Of the addresses for documentation (RFC 5737), which lead nowhere.
    String remote = "ws://192.0.2.1:4711";
    assertTrue(
        refusal(remote, withToken())
            .startsWith(remote + " leads to another machine without TLS, where others can read"));
    String allowed = refusal(remote, limited(Duration.ofMillis(200), true));
    assertTrue(
        allowed.startsWith(remote + " did not answer within") || allowed.contains("reached"),
        allowed);
  }

  @Test
  void a_certificate_that_is_not_trusted_is_refused_before_anything_is_sent() throws Exception {
    try (LoopbackServer server = LoopbackServer.tls(TestCertificate.in(folder).ofServer())) {
      CompletableFuture<WebSocketTransport> connecting = connecting(server, withToken());
      assertThrows(IOException.class, server::acceptRequest);
      TalariaException refused = assertInstanceOf(TalariaException.class, failure(connecting));
      assertTrue(
          refused.getMessage().startsWith("TLS with " + server.address + " failed: "),
          refused.getMessage());
      assertInstanceOf(SSLException.class, refused.getCause());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:1",
        "ws:",
        "127.0.0.1:1",
        "unix://relative",
        "ws://user:" + TOKEN + "@127.0.0.1:1",
        "ws://127.0.0.1:1/ " + TOKEN
      })
  void what_is_not_an_address_is_refused_and_not_quoted(String address) {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> WebSocketTransport.connect(address, SocketOptions.DEFAULT));
    assertFalse(text(refused).contains(TOKEN));
  }

  @Test
  void an_address_shows_no_query() {
    SocketAddress address = SocketAddress.of("wss://[::1]/a%20b?token=" + TOKEN);
    assertEquals("wss://[::1]:443", address.toString());
    assertEquals("/a%20b?token=" + TOKEN, address.target());
    assertEquals("::1", address.host());
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, x",
    "Host, x",
    "sec-websocket-key, x",
    "'A\r\nB', x",
    "'', x",
    "Authorization, 'tok-4711-nobody-may-see-this\r\nOrigin: x'",
    "Authorization, 'tok-4711-nobody-may-see-this\u00fc'",
  })
  void a_header_that_cannot_be_set_is_refused_and_its_value_not_quoted(String name, String value) {
    SocketOptions options = SocketOptions.DEFAULT.withHeaders(() -> Map.of(name, value));
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> WebSocketTransport.connect("ws://127.0.0.1:1", options));
    assertFalse(text(refused).contains(TOKEN));
  }

  @Test
  void limits_that_make_no_sense_are_refused() {
    assertThrows(IllegalArgumentException.class, () -> limited(Duration.ofSeconds(-1), false));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new SocketOptions(
                Map::of,
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                null,
                false));
  }

  @Test
  void the_token_is_in_no_log_error_or_text() throws Exception {
    StringBuffer seen = new StringBuffer();
    Handler handler =
        new Handler() {
          private final SimpleFormatter formatter = new SimpleFormatter();

          @Override
          public void publish(LogRecord entry) {
            seen.append(formatter.format(entry)).append(Arrays.toString(entry.getParameters()));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    handler.setLevel(Level.ALL);
    List<Logger> loggers =
        List.of(Logger.getLogger("org.java_websocket"), Logger.getLogger("dev.talaria"));
    loggers.forEach(
        logger -> {
          logger.setLevel(Level.ALL);
          logger.setUseParentHandlers(false);
          logger.addHandler(handler);
        });
    try (LoopbackServer server = LoopbackServer.tcp()) {
      SocketOptions options = withToken();
      seen.append(options);
      CompletableFuture<WebSocketTransport> refused = connecting(server, options);
      // A server that sends back what it got.
      server.acceptAndAnswer("HTTP/1.1 401 Bearer " + TOKEN + "\r\n\r\n");
      seen.append(text(failure(refused)));
      CompletableFuture<WebSocketTransport> echoed = connecting(server, options);
      server.acceptAndAnswer("HTTP/1.1 101 Bearer\r\n" + TOKEN + "\r\n\r\n");
      seen.append(text(failure(echoed)));

      CompletableFuture<WebSocketTransport> connecting = connecting(server, options);
      server.accept();
      assertEquals("Bearer " + TOKEN, server.requests.get(2).get("Authorization"));
      WebSocketTransport transport = connecting.get(60, TimeUnit.SECONDS);
      seen.append(transport);
      transport.start(() -> {});
      transport.send("{}".getBytes(StandardCharsets.US_ASCII));
      transport.flush();
      assertEquals("{}", server.readMessage().text());
      server.hangUp();
      seen.append(text(assertThrows(TalariaException.class, transport::receive)));
      await().until(() -> seen.indexOf("afterEnconding") >= 0);
      assertFalse(seen.toString().contains("4711"), seen::toString);
    } finally {
      loggers.forEach(
          logger -> {
            logger.setLevel(null);
            logger.setUseParentHandlers(true);
            logger.removeHandler(handler);
          });
    }
  }

  private static String text(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
