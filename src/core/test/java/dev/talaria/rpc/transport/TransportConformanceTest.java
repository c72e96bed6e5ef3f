package dev.talaria.rpc.transport;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.rpc.ConnectionLostException;
import dev.talaria.rpc.peer.RpcPeerOptions;
import dev.talaria.rpc.transport.TransportLab.Kind;
import dev.talaria.rpc.transport.TransportLab.Large;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds of a connection whatever carries its messages. */
@Timeout(120)
class TransportConformanceTest {

  @TempDir Path folder;

  private static Throwable failure(CompletableFuture<?> future) {
    return assertThrows(ExecutionException.class, () -> future.get(60, TimeUnit.SECONDS))
        .getCause();
  }

  @ParameterizedTest
  @EnumSource
  void messages_arrive_in_the_order_in_which_they_were_sent(Kind kind) throws Exception {
    try (TransportLab lab = new TransportLab(kind, folder)) {
      List<String> methods = IntStream.range(0, 2000).mapToObj(i -> "m" + i).toList();
      for (String method : methods) {
        lab.send("{\"method\":\"" + method + "\",\"params\":{}}");
      }
      await().until(() -> lab.received.size() == methods.size());
      assertEquals(methods, lab.received);

      methods.forEach(method -> lab.peer.notify(method, null));
      for (String method : methods) {
        assertEquals(method, lab.read().path("method").asText());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void replies_find_their_requests(Kind kind) throws Exception {
    try (TransportLab lab = new TransportLab(kind, folder)) {
      CompletableFuture<JsonNode> one = lab.request("one");
      CompletableFuture<JsonNode> two = lab.request("two");
      String first = lab.read().path("id").asText();
      String second = lab.read().path("id").asText();
      lab.send("{\"id\":" + second + ",\"result\":\"zwei \u00fc\ud83d\ude00\"}");
      lab.send("{\"id\":" + first + ",\"result\":1}");
      assertEquals("zwei \u00fc\ud83d\ude00", two.get(60, TimeUnit.SECONDS).asText());
      assertEquals(1, one.get(60, TimeUnit.SECONDS).asInt());
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_largest_messages_arrive_whole(Kind kind) throws Exception {
    try (TransportLab lab = new TransportLab(kind, folder)) {
      int largest =
          kind.isSocket()
              ? WebSocketTransport.LARGEST_MESSAGE
              : StdioTransport.DEFAULT_MAX_LINE_BYTES;
      byte[] message = new byte[largest];
      for (int i = 0; i < largest; i++) {
        message[i] = (byte) ('a' + i % 23);
      }
      lab.send(message);
      lab.send("{\"method\":\"after\"}");
      await().until(() -> lab.received.size() == 2);
      assertEquals(List.of(Large.of(message, 0, largest), "after"), lab.received);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_message_of_15_mib_goes_out_whole(Kind kind) throws Exception {
    try (TransportLab lab = new TransportLab(kind, folder)) {
      int around = "{\"method\":\"big\",\"params\":{\"text\":\"\"}}".length();
      String text = "x".repeat(WebSocketTransport.LARGEST_MESSAGE - around);
      lab.peer.notify("big", Map.of("text", text));
      lab.peer.notify("after", null);
      byte[] read = lab.readBytes();
      assertEquals(WebSocketTransport.LARGEST_MESSAGE, read.length);
      assertTrue(lab.mapper.readTree(read).path("params").path("text").asText().equals(text));
      assertEquals("after", lab.read().path("method").asText());
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_is_not_a_message_is_counted_and_harms_nothing(Kind kind) throws Exception {
    try (TransportLab lab = new TransportLab(kind, folder)) {
      lab.send("not JSON, key sk-proj-abcdefghijklmnopqrstuvwxyz012345");
      lab.send("[1,2");
      lab.send("{\"method\":\"after\"}");
      await().until(() -> lab.received.size() == 1);
      assertEquals(List.of("after"), lab.received);
      assertEquals(2, lab.peer.badLineCount());
      assertFalse(lab.peer.lastBadLines().toString().contains("abcdefghij"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void who_does_not_read_is_given_up_by_name_and_blocks_nobody(Kind kind) throws Exception {
    SocketOptions options = SocketOptions.DEFAULT;
    options =
        new SocketOptions(
            options.headers(),
            options.connectLimit(),
            options.pingInterval(),
            options.lostAfter(),
            WebSocketTransportTest.CLOSE_LIMIT,
            null,
            false);
    try (TransportLab lab = new TransportLab(kind, folder, options, 4)) {
      CompletableFuture<JsonNode> open = lab.request("open");
      Map<String, String> params = Map.of("text", "x".repeat(1024 * 1024));
      // A send buffer takes some; the writer is then stuck with one, and four more may wait.
      for (int i = 0; i < 200 && !lab.peer.isLost(); i++) {
        lab.peer.notify("more", params);
      }
      assertTrue(lab.peer.isLost());
      assertTrue(failure(open).getMessage().startsWith("the other side does not read: "));
      if (kind.isSocket()) {
        // Nobody else ends a socket; both threads have to come back.
        assertTrue(lab.end().startsWith("the other side does not read: "));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void who_reads_late_gets_everything_in_order_and_blocks_nobody(Kind kind) throws Exception {
    try (TransportLab lab = new TransportLab(kind, folder)) {
      String text = "x".repeat(1024 * 1024);
      // Far more than what buffers on the way take: the writer waits for the one who reads.
      for (int i = 0; i < 24; i++) {
        lab.peer.notify("m" + i, Map.of("text", text));
      }
      lab.send("{\"method\":\"received meanwhile\"}");
      await().until(() -> lab.received.size() == 1);
      for (int i = 0; i < 24; i++) {
        assertEquals("m" + i, lab.read().path("method").asText());
      }
      assertFalse(lab.peer.isLost());
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_end_comes_behind_the_last_message_and_fails_what_is_open(Kind kind) throws Exception {
    try (TransportLab lab = new TransportLab(kind, folder)) {
      CompletableFuture<JsonNode> answered = lab.request("answered");
      CompletableFuture<JsonNode> open = lab.request("open");
      String id = lab.read().path("id").asText();
      lab.read();
      lab.send("{\"method\":\"last\"}");
      lab.send("{\"id\":" + id + ",\"result\":1}");
      lab.hangUp();
      assertEquals(1, answered.get(60, TimeUnit.SECONDS).asInt());
      ConnectionLostException lost = assertInstanceOf(ConnectionLostException.class, failure(open));
      assertEquals(lost.getMessage(), lab.end());
      assertEquals(List.of("last"), lab.received);
      if (kind.isSocket()) {
        assertTrue(lost.getMessage().contains(lab.server.address), lost.getMessage());
      }
      assertEquals(lost, failure(lab.request("later")));
    }
  }

  @ParameterizedTest
  @EnumSource
  void closing_sends_what_is_queued_and_ends_both_sides(Kind kind) throws Exception {
    try (TransportLab lab =
        new TransportLab(
            kind, folder, SocketOptions.DEFAULT, RpcPeerOptions.DEFAULT_OUTGOING_CAPACITY)) {
      CompletableFuture<JsonNode> open = lab.request("open");
      for (int i = 0; i < 50; i++) {
        lab.peer.notify("queued" + i, null);
      }
      lab.peer.close();
      assertEquals("the connection was closed by this side", failure(open).getMessage());
      List<String> read = new ArrayList<>();
      read.add(lab.read().path("method").asText());
      for (int i = 0; i < 50; i++) {
        read.add(lab.read().path("method").asText());
      }
      assertEquals("queued49", read.get(50));
      if (kind.isSocket()) {
        LoopbackServer.Frame close = lab.server.readFrame();
        assertEquals(LoopbackServer.CLOSE, close.opcode());
        assertEquals(1000, (close.payload()[0] & 0xFF) << 8 | close.payload()[1] & 0xFF);
        lab.server.sendFrame(0x88, Arrays.copyOf(close.payload(), 2));
        assertThrows(IOException.class, lab.server::readFrame);
      } else {
        assertThrows(IOException.class, lab::readBytes);
        lab.hangUp();
      }
      assertEquals("the connection was closed by this side", lab.end());
    }
  }
}
