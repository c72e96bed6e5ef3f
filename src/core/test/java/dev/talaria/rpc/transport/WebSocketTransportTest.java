package dev.talaria.rpc.transport;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.base.TalariaException;
import dev.talaria.rpc.ConnectionLostException;
import dev.talaria.rpc.peer.RpcPeerOptions;
import dev.talaria.rpc.peer.RpcRequest;
import dev.talaria.rpc.transport.LoopbackServer.Frame;
import dev.talaria.rpc.transport.TransportLab.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** What WebSocket adds to {@link TransportConformanceTest}: frames, pings, limits, its end. */
@Timeout(120)
class WebSocketTransportTest {

  /** For a server that takes no part in the end. */
  static final Duration CLOSE_LIMIT = Duration.ofMillis(500);

  @TempDir Path folder;

  private static SocketOptions pinging(Duration interval, Duration lostAfter) {
    return new SocketOptions(
        Map::of, Duration.ofSeconds(30), interval, lostAfter, CLOSE_LIMIT, null, false);
  }

  private TransportLab pinged(Kind kind, Duration interval, Duration lostAfter) throws Exception {
    return new TransportLab(
        kind, folder, pinging(interval, lostAfter), RpcPeerOptions.DEFAULT_OUTGOING_CAPACITY);
  }

  private static String failure(CompletableFuture<?> future) {
    return assertThrows(ExecutionException.class, () -> future.get(60, TimeUnit.SECONDS))
        .getCause()
        .getMessage();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "STDIO")
  void a_message_that_is_too_large_is_refused_with_words_and_costs_itself_alone(Kind kind)
      throws Exception {
    try (TransportLab lab = new TransportLab(kind, folder)) {
      Map<String, String> params = Map.of("text", "x".repeat(WebSocketTransport.LARGEST_MESSAGE));
      CompletableFuture<JsonNode> refused =
          lab.peer.request("turn/start", params, JsonNode.class, Duration.ofMinutes(5));
      Throwable cause =
          assertThrows(ExecutionException.class, () -> refused.get(60, TimeUnit.SECONDS))
              .getCause();
      assertEquals(TalariaException.class, cause.getClass());
      assertTrue(
          cause.getMessage().startsWith("turn/start was not sent: it has 157"), cause.getMessage());
      assertTrue(
          cause.getMessage().endsWith(lab.server.address + " takes at most 15728640 in a message"),
          cause.getMessage());
      assertThrows(TalariaException.class, () -> lab.peer.notify("note", params));

      lab.send("{\"id\":\"q\",\"method\":\"item/tool/call\",\"params\":{}}");
      await().until(() -> lab.received.size() == 1);
      lab.peer.respond(((RpcRequest) lab.received.get(0)).id(), params);
      JsonNode answer = lab.read();
      assertEquals("q", answer.path("id").asText());
      assertEquals(-32603, answer.path("error").path("code").asInt());

      CompletableFuture<JsonNode> next = lab.request("next");
      lab.send("{\"id\":" + lab.read().path("id") + ",\"result\":1}");
      assertEquals(1, next.get(60, TimeUnit.SECONDS).asInt());
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "STDIO")
  void parts_of_a_message_with_a_ping_between_them_are_one_message(Kind kind) throws Exception {
    try (TransportLab lab = new TransportLab(kind, folder)) {
      byte[] message = utf8("{\"method\":\"caf\u00e9 \ud83d\ude00\"}");
      int within = utf8("{\"method\":\"caf").length + 1;
      lab.server.sendFrame(0x01, Arrays.copyOf(message, within));
      lab.server.sendFrame(0x89, utf8("are you there"));
      lab.server.sendFrame(0, Arrays.copyOfRange(message, within, message.length - 3));
      lab.server.sendFrame(0x80, Arrays.copyOfRange(message, message.length - 3, message.length));
      lab.send("{\"method\":\"after\"}");
      await().until(() -> lab.received.size() == 2);
      assertEquals(List.of("caf\u00e9 \ud83d\ude00", "after"), lab.received);
      Frame pong = lab.server.readFrame();
      assertEquals(LoopbackServer.PONG, pong.opcode());
      assertEquals("are you there", pong.text());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unknown opcode: 83 00",
        "reserved bits: c1 02 7b 7d",
        "no UTF-8: 81 02 c3 28",
        "a part without a beginning: 80 01 20",
        "a message within another: 01 01 20 81 01 20",
        "a ping of 126 bytes: 89 7e 00 7e",
        "more than 64 MiB: 81 7f 00 00 00 00 04 00 00 01",
        "more than 2 GiB: 81 7f 00 00 00 01 00 00 00 00",
        "a negative size: 81 7f ff ff ff ff ff ff ff ff",
      })
  void what_is_not_a_frame_ends_the_connection_with_words(String what) throws Exception {
    try (TransportLab lab = new TransportLab(Kind.UNIX, folder)) {
      lab.send("{\"method\":\"before\"}");
      await().until(() -> lab.received.size() == 1);
      CompletableFuture<JsonNode> open = lab.request("open");
      String[] hex = what.substring(what.indexOf(": ") + 2).split(" ");
      byte[] bytes = new byte[hex.length];
      for (int i = 0; i < hex.length; i++) {
        bytes[i] = (byte) Integer.parseInt(hex[i], 16);
      }
      lab.server.sendRaw(bytes);
      String reason = failure(open);
      assertTrue(
          reason.startsWith(lab.server.address + " sent data that is not WebSocket: "), reason);
      assertEquals(reason, lab.end());
      lab.server.readToEnd();
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "STDIO")
  void an_end_without_a_close_frame_is_named(Kind kind) throws Exception {
    try (TransportLab lab = new TransportLab(kind, folder)) {
      CompletableFuture<JsonNode> open = lab.request("open");
      lab.read();
      lab.hangUp();
      String reason = failure(open);
      assertTrue(reason.contains(lab.server.address), reason);
      assertTrue(reason.contains("without saying why (1006)"), reason);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "STDIO")
  void an_end_with_a_close_frame_is_quoted_redacted_and_answered(Kind kind) throws Exception {
    try (TransportLab lab = new TransportLab(kind, folder)) {
      CompletableFuture<JsonNode> open = lab.request("open");
      lab.read();
      byte[] reason = utf8("  going away, key sk-proj-abcdefghijklmnopqrstuvwxyz012345");
      reason[0] = 1001 >> 8;
      reason[1] = (byte) 1001;
      lab.server.sendFrame(0x88, reason);
      String words = failure(open);
      assertTrue(
          words.startsWith(lab.server.address + " closed the connection with code 1001: going"),
          words);
      assertFalse(words.contains("abcdefghij"), words);
      assertEquals(LoopbackServer.CLOSE, lab.server.readFrame().opcode());
      assertEquals(List.of(), lab.server.readToEnd());
    }
  }

  @ParameterizedTest
  @EnumSource(names = "TLS")
  void closing_does_not_wait_for_a_server_that_does_not_answer(Kind kind) throws Exception {
    SocketOptions options = SocketOptions.DEFAULT;
    try (TransportLab lab = pinged(kind, options.pingInterval(), options.lostAfter())) {
      lab.peer.close();
      List<Frame> last = lab.server.readToEnd();
      assertEquals(List.of(LoopbackServer.CLOSE), last.stream().map(Frame::opcode).toList());
      assertEquals("the connection was closed by this side", lab.end());
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "STDIO")
  void an_idle_server_that_answers_pings_is_not_lost(Kind kind) throws Exception {
    Duration lostAfter = Duration.ofSeconds(60);
    try (TransportLab lab = pinged(kind, Duration.ofMillis(50), lostAfter)) {
      for (int i = 0; i < 20; i++) {
        Frame ping = lab.server.readFrame();
        assertEquals(LoopbackServer.PING, ping.opcode());
        assertArrayEquals(new byte[0], ping.payload());
        lab.server.sendFrame(0x8A, ping.payload());
      }
      assertFalse(lab.peer.isLost());
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "STDIO")
  void a_half_open_connection_is_found_within_its_limit(Kind kind) throws Exception {
    Duration lostAfter = Duration.ofMillis(1500);
    try (TransportLab lab = pinged(kind, Duration.ofMillis(500), lostAfter)) {
      CompletableFuture<JsonNode> open = lab.request("open");
      // The server's end of the socket stays open, and is not looked at.
      assertEquals(
          lab.server.address + " gave no sign of life for 1500 ms, not even to a ping",
          failure(open));
      lab.end();
      List<Integer> frames = lab.server.readToEnd().stream().map(Frame::opcode).toList();
      assertTrue(
          frames.containsAll(List.of(LoopbackServer.TEXT, LoopbackServer.PING)), () -> "" + frames);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "STDIO")
  void a_half_open_connection_is_found_while_the_writer_is_stuck(Kind kind) throws Exception {
    Duration lostAfter = Duration.ofMillis(1500);
    try (TransportLab lab = pinged(kind, Duration.ofMillis(500), lostAfter)) {
      CompletableFuture<JsonNode> open = lab.request("open");
      Map<String, String> params = Map.of("text", "x".repeat(8 * 1024 * 1024));
      lab.peer.notify("more", params);
      lab.peer.notify("more", params);
      assertEquals(
          lab.server.address + " gave no sign of life for 1500 ms, not even to a ping",
          failure(open));
      assertEquals(ConnectionLostException.class, lab.closed.get(60, TimeUnit.SECONDS).getClass());
    }
  }
}
