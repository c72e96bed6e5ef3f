package dev.talaria.tools.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.tools.HostTool;
import dev.talaria.tools.ToolRegistry;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who gets what from the loopback server, over raw sockets. */
@Timeout(60)
class LoopbackToolServerTest {

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch interrupted = new CountDownLatch(1);
  private final ToolRegistry tools =
      ToolRegistry.of(
          HttpLab.SECRET,
          HostTool.builder("waits")
              .run(
                  call -> {
                    begun.countDown();
                    try {
                      new CountDownLatch(1).await();
                      return null;
                    } finally {
                      interrupted.countDown();
                    }
                  })
              .build());
  private final LoopbackToolServer server = LoopbackToolServer.start(tools);

  @AfterEach
  void end() {
    server.close();
  }

  private void refused(int status, String answer) {
    assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
    assertFalse(answer.contains("secret_tool"), answer);
    assertTrue(answer.replace(" (reset)", "").endsWith("\r\n\r\n"), "no body: " + answer);
  }

  private void stillServes() throws IOException {
    HttpLab.stillServes(server);
  }

  /** Cuts slow clients off soon: on a busy machine an honest client may be one. */
  private LoopbackToolServer impatient() {
    return LoopbackToolServer.start(tools, Duration.ofSeconds(2));
  }

  @Test
  void whoever_shows_the_token_may_call_the_tools() throws IOException {
    stillServes();
    String list =
        HttpLab.exchange(server, HttpLab.json(server, HttpLab.token(server), HttpLab.LIST));
    assertTrue(list.contains("secret_tool"), list);
    String unknown =
        HttpLab.exchange(
            server,
            HttpLab.json(
                server, HttpLab.token(server), HttpLab.CALL.replace("secret_tool", "other")));
    assertTrue(unknown.contains("-32602"), unknown);
  }

  @Test
  void the_token_has_256_bits_and_is_not_shown() {
    String token = HttpLab.token(server);
    assertEquals(43, token.length());
    assertFalse(server.toString().contains(token));
    try (LoopbackToolServer other = LoopbackToolServer.start(tools)) {
      assertNotEquals(token, HttpLab.token(other));
      assertNotEquals(server.tokenVariable(), other.tokenVariable());
    }
  }

  @Test
  void without_this_servers_token_nothing_is_told() throws IOException {
    String request = HttpLab.json(server, HttpLab.token(server), HttpLab.CALL);
    String own = "Authorization: Bearer " + HttpLab.token(server) + "\r\n";
    refused(401, HttpLab.exchange(server, request.replace(own, "")));
    refused(401, HttpLab.exchange(server, HttpLab.json(server, "wrong", HttpLab.CALL)));
    refused(401, HttpLab.exchange(server, request.replace("Bearer", "Basic")));
    refused(401, HttpLab.exchange(server, request.replace(own, own + own)));
    try (LoopbackToolServer other = LoopbackToolServer.start(tools)) {
      refused(
          401, HttpLab.exchange(server, HttpLab.json(server, HttpLab.token(other), HttpLab.CALL)));
    }
    stillServes();
  }

  @Test
  void another_host_and_any_origin_are_refused_even_with_the_token() throws IOException {
    String request = HttpLab.json(server, HttpLab.token(server), HttpLab.CALL);
    String host = "Host: 127.0.0.1:" + server.address().getPort();
    for (String foreign :
        List.of(
            "Host: evil.example",
            "Host: evil.example:" + server.address().getPort(),
            "Host: 127.0.0.1",
            "Host: 127.0.0.1:1",
            host + "\r\n" + host)) {
      refused(403, HttpLab.exchange(server, request.replace(host, foreign)));
    }
    for (String origin : List.of("https://evil.example", "null", "http://127.0.0.1")) {
      refused(403, HttpLab.exchange(server, request.replace(host, host + "\r\nOrigin: " + origin)));
    }
  }

  @Test
  void other_methods_paths_and_types_are_refused() throws IOException {
    String headers = "Authorization: Bearer " + HttpLab.token(server) + "\r\nConnection: close\r\n";
    for (String method : List.of("GET", "DELETE", "PUT", "OPTIONS", "TRACE")) {
      String answer = HttpLab.exchange(server, HttpLab.head(server, method + " /mcp", headers));
      refused(405, answer);
      assertTrue(answer.contains("Allow: POST"), answer);
      refused(401, HttpLab.exchange(server, HttpLab.head(server, method + " /mcp", "")));
    }
    String post = HttpLab.json(server, HttpLab.token(server), HttpLab.CALL);
    refused(404, HttpLab.exchange(server, post.replace("/mcp", "/other")));
    refused(415, HttpLab.exchange(server, post.replace("application/json", "text/plain")));
  }

  @Test
  void a_body_that_is_too_large_is_not_read() throws IOException {
    try (LoopbackToolServer impatient = impatient()) {
      String head =
          "Authorization: Bearer "
              + HttpLab.token(impatient)
              + "\r\nContent-Type: application/json\r\n";
      refused(
          413,
          HttpLab.exchange(
              impatient,
              HttpLab.head(impatient, "POST /mcp", head + "Content-Length: 104857600\r\n")));
      try (Socket socket = HttpLab.connect(impatient)) {
        HttpLab.send(
            socket, HttpLab.head(impatient, "POST /mcp", head + "Transfer-Encoding: chunked\r\n"));
        byte[] chunk =
            ("100000\r\n" + "x".repeat(1 << 20) + "\r\n").getBytes(StandardCharsets.UTF_8);
        assertThrows(
            IOException.class,
            () -> {
              for (int i = 0; i < 100; i++) {
                socket.getOutputStream().write(chunk);
              }
            });
      }
      HttpLab.stillServes(impatient);
    }
  }

  @Test
  void what_is_no_message_gets_an_error_without_names() throws IOException {
    for (String body : List.of("", "garbage", "[]", "1", "{\"method\":\"tools/list\",\"id\":1}")) {
      String answer = HttpLab.exchange(server, HttpLab.json(server, HttpLab.token(server), body));
      assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
      assertTrue(answer.contains("\"error\""), answer);
      assertFalse(answer.contains("secret_tool"), answer);
    }
    String note = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";
    refused(202, HttpLab.exchange(server, HttpLab.json(server, HttpLab.token(server), note)));
  }

  @Test
  void slow_clients_are_cut_off_and_do_not_keep_others_waiting() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try (LoopbackToolServer impatient = impatient()) {
      String request = HttpLab.json(impatient, HttpLab.token(impatient), HttpLab.CALL);
      for (int i = 0; i < 200; i++) {
        Socket socket = HttpLab.connect(impatient);
        // Half of them stop in the headers, half in the body.
        HttpLab.send(socket, request.substring(0, request.length() - (i % 2 == 0 ? 5 : 150)));
        slow.add(socket);
      }
      long start = System.nanoTime();
      HttpLab.stillServes(impatient);
      assertTrue(
          System.nanoTime() - start < TimeUnit.SECONDS.toNanos(5), "others waited for slow ones");
      for (Socket socket : slow) {
        assertFalse(HttpLab.readAll(socket).contains("it ran"));
      }
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void a_client_can_cancel_its_own_call_only() throws Exception {
    String call = HttpLab.CALL.replace("secret_tool", "waits");
    String cancel =
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":7}}";
    try (Socket socket = HttpLab.connect(server)) {
      HttpLab.send(socket, withSession(call, "mine"));
      assertTrue(begun.await(60, TimeUnit.SECONDS));
      HttpLab.exchange(server, withSession(cancel, "other"));
      assertFalse(interrupted.await(200, TimeUnit.MILLISECONDS));
      HttpLab.exchange(server, withSession(cancel, "mine"));
      assertTrue(interrupted.await(60, TimeUnit.SECONDS));
      assertTrue(HttpLab.readAll(socket).contains("-32800"));
    }
  }

  private String withSession(String body, String session) {
    return HttpLab.json(server, HttpLab.token(server), body)
        .replace("Content-Type", "Mcp-Session-Id: " + session + "\r\nContent-Type");
  }

  @Test
  void closing_ends_connections_and_calls() throws Exception {
    try (Socket socket = HttpLab.connect(server)) {
      HttpLab.send(
          socket,
          HttpLab.json(
              server, HttpLab.token(server), HttpLab.CALL.replace("secret_tool", "waits")));
      assertTrue(begun.await(60, TimeUnit.SECONDS));
      assertEquals(1, interrupted.getCount());
      server.close();
      assertTrue(interrupted.await(60, TimeUnit.SECONDS));
      HttpLab.readAll(socket);
    }
    assertThrows(ConnectException.class, () -> HttpLab.connect(server));
  }
}
