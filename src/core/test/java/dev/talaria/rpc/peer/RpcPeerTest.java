package dev.talaria.rpc.peer;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.rpc.ConnectionLostException;
import dev.talaria.rpc.RequestTimeoutException;
import dev.talaria.rpc.RpcException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class RpcPeerTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  private final InMemoryPeer memory = new InMemoryPeer();

  @AfterEach
  void close() throws IOException {
    memory.close();
  }

  private CompletableFuture<JsonNode> call(String method) {
    return memory.peer.request(method, Map.of("a", 1), JsonNode.class, LONG);
  }

  private static Throwable failureOf(CompletableFuture<?> future) {
    return assertThrows(ExecutionException.class, () -> future.get(60, TimeUnit.SECONDS))
        .getCause();
  }

  @Test
  void a_request_is_one_line_without_a_version_member_and_gets_its_result() throws Exception {
    CompletableFuture<JsonNode> reply = call("thread/read");
    assertEquals("{\"id\":1,\"method\":\"thread/read\",\"params\":{\"a\":1}}", memory.readLine());
    memory.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"x\":[1]}}\r");
    assertEquals("{\"x\":[1]}", reply.get(60, TimeUnit.SECONDS).toString());
  }

  @Test
  void params_are_always_an_object() throws Exception {
    memory.peer.request("model/list", null, JsonNode.class, LONG);
    assertEquals("{\"id\":1,\"method\":\"model/list\",\"params\":{}}", memory.readLine());
    memory.peer.request("config/read", Map.of(), JsonNode.class, LONG);
    assertEquals("{\"id\":2,\"method\":\"config/read\",\"params\":{}}", memory.readLine());
    memory.peer.notify("initialized", null);
    assertEquals("{\"method\":\"initialized\",\"params\":{}}", memory.readLine());
  }

  @Test
  void replies_are_matched_by_id_in_any_order() throws Exception {
    var first = call("a");
    var second = call("b");
    memory.send("{\"id\":2,\"result\":\"two\"}");
    memory.send("{\"id\":1,\"result\":\"one\"}");
    assertEquals("two", second.get(60, TimeUnit.SECONDS).asText());
    assertEquals("one", first.get(60, TimeUnit.SECONDS).asText());
  }

  @Test
  void an_error_reply_fails_the_future_with_code_and_redacted_text() throws Exception {
    var reply = call("turn/start");
    memory.send(
        "{\"error\":{\"code\":-32600,\"message\":\"no sk-live-0123456789\",\"data\":{\"k\":1}},\"id\":1}");
    RpcException error = assertInstanceOf(RpcException.class, failureOf(reply));
    assertEquals(-32600, error.code());
    assertEquals("turn/start", error.method());
    assertEquals(1, error.data().path("k").asInt());
    assertFalse(error.getMessage().contains("0123456789"));
  }

  @Test
  void a_message_on_which_its_reader_fails_costs_that_message_alone() throws Exception {
    memory.failsOn = "worse";
    memory.send("{\"method\":\"worse\",\"params\":{}}");
    memory.send("{\"id\":\"w\",\"method\":\"worse\",\"params\":{}}");
    assertTrue(memory.readLine().startsWith("{\"id\":\"w\",\"error\":{\"code\":-32603"));
    CompletableFuture<JsonNode> reply = call("thread/read");
    memory.readLine();
    memory.send("{\"id\":1,\"result\":7}");
    assertEquals(7, reply.get(60, TimeUnit.SECONDS).asInt());
    assertFalse(memory.peer.isLost());
    assertEquals(2, memory.peer.badLineCount());
  }

  @Test
  void a_malformed_error_reply_still_fails_the_future() throws Exception {
    var reply = call("turn/start");
    memory.send("{\"id\":1,\"error\":\"boom\"}");
    assertEquals(-1, assertInstanceOf(RpcException.class, failureOf(reply)).code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "\"0\"", "\"permission-1\"", "9007199254740993", "98765432109876543210"})
  void the_id_of_a_server_request_goes_back_unchanged(String id) throws Exception {
    memory.send("{\"id\":" + id + ",\"method\":\"ask\",\"params\":{}}");
    await().until(() -> !memory.received.isEmpty());
    RpcRequest request = (RpcRequest) memory.received.get(0);
    memory.peer.respond(request.id(), Map.of("decision", "decline"));
    assertEquals("{\"id\":" + id + ",\"result\":{\"decision\":\"decline\"}}", memory.readLine());
    memory.peer.respondError(request.id(), RpcError.methodNotFound("ask"));
    assertEquals(
        "{\"id\":" + id + ",\"error\":{\"code\":-32601,\"message\":\"Unsupported method: ask\"}}",
        memory.readLine());
  }

  @Test
  void server_ids_and_our_ids_are_two_spaces() throws Exception {
    var reply = call("a");
    memory.send("{\"id\":1,\"method\":\"ask\",\"params\":{}}");
    await().until(() -> memory.received.size() == 1);
    assertFalse(reply.isDone());
    memory.send("{\"id\":1,\"result\":1}");
    assertEquals(1, reply.get(60, TimeUnit.SECONDS).asInt());
  }

  @Test
  void notifications_and_requests_come_in_the_order_of_arrival() throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      lines.append(i % 7 == 0 ? "{\"id\":" + i + "," : "{").append("\"method\":\"m" + i + "\"}\n");
    }
    memory.sendBytes(lines.toString().getBytes(StandardCharsets.UTF_8));
    await().until(() -> memory.received.size() == 1000);
    List<String> methods =
        memory.received.stream()
            .map(
                m ->
                    m instanceof RpcRequest r
                        ? r.method()
                        : ((InMemoryPeer.Notification) m).method())
            .toList();
    assertEquals(IntStream.range(0, 1000).mapToObj(i -> "m" + i).toList(), methods);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "garbage",
        "[1,2]",
        "{\"id\":1}",
        "{",
        "\"text\"",
        "{\"method\":7}",
        "42",
        "{\"method\":\"m\",\"params\":{\"x\":1e99999999999}}"
      })
  void a_line_that_is_no_message_is_counted_and_harms_nothing(String line) throws Exception {
    memory.send(line);
    memory.send("");
    memory.send("{\"method\":\"after\"}");
    await().until(() -> memory.received.size() == 1);
    assertEquals(1, memory.peer.badLineCount());
    assertEquals(List.of(line), memory.peer.lastBadLines());
  }

  @Test
  void the_ring_of_bad_lines_is_bounded_and_redacted() throws Exception {
    for (int i = 0; i < 100; i++) {
      memory.send("bad " + i + " sk-live-0123456789 " + "x".repeat(1000));
    }
    await().until(() -> memory.peer.badLineCount() == 100);
    assertEquals(20, memory.peer.lastBadLines().size());
    assertTrue(memory.peer.lastBadLines().get(19).startsWith("bad 99 [redacted]"));
    assertTrue(memory.peer.lastBadLines().stream().allMatch(line -> line.length() <= 200));
  }

  @Test
  void bytes_that_are_no_utf8_are_replaced_not_refused() throws Exception {
    byte[] line =
        "{\"method\":\"m\",\"params\":{\"t\":\"a?b\"}}\n".getBytes(StandardCharsets.UTF_8);
    line[new String(line, StandardCharsets.UTF_8).indexOf('?')] = (byte) 0xC3;
    memory.sendBytes(line);
    await().until(() -> memory.received.size() == 1);
    assertEquals(
        "a\uFFFDb",
        ((InMemoryPeer.Notification) memory.received.get(0)).params().path("t").asText());
    assertEquals(0, memory.peer.badLineCount());
  }

  @Test
  void a_text_with_half_a_surrogate_pair_is_refused_before_it_is_sent() throws Exception {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> memory.peer.notify("m", Map.of("t", "half \uD83D")));
    assertTrue(refusal.getMessage().contains("surrogate"), refusal.getMessage());
    memory.peer.notify("m", Map.of("t", "whole \uD83D\uDE00"));
    assertEquals("whole \uD83D\uDE00", memory.readMessage().at("/params/t").asText());
  }

  @Test
  void a_message_without_its_line_end_counts_when_the_stream_ends() throws Exception {
    memory.sendBytes("{\"method\":\"last\"}".getBytes(StandardCharsets.UTF_8));
    memory.hangUp();
    await().until(() -> memory.received.size() == 2);
    assertEquals("last", ((InMemoryPeer.Notification) memory.received.get(0)).method());
    assertInstanceOf(ConnectionLostException.class, memory.received.get(1));
  }

  @Test
  void two_messages_on_one_line_are_two_messages() throws Exception {
    memory.send("{\"method\":\"a\"}{\"method\":\"b\"}");
    await().until(() -> memory.received.size() == 2);
    assertEquals(0, memory.peer.badLineCount());
  }

  @Test
  void loss_of_the_stream_fails_open_and_later_requests_at_once() throws Exception {
    var open = call("a");
    memory.hangUp();
    assertInstanceOf(ConnectionLostException.class, failureOf(open));
    assertEquals("diagnosed", failureOf(call("b")).getMessage());
    await().until(() -> !memory.received.isEmpty());
    ConnectionLostException told =
        assertInstanceOf(ConnectionLostException.class, memory.received.get(0));
    assertEquals("diagnosed", told.getMessage());
    assertEquals(1, memory.diagnoses.get());
  }

  @Test
  void a_reply_that_arrived_before_the_loss_counts() throws Exception {
    for (int i = 0; i < 200; i++) {
      try (InMemoryPeer one = new InMemoryPeer()) {
        var reply = one.peer.request("a", null, JsonNode.class, LONG);
        one.send("{\"id\":1,\"result\":1}");
        one.hangUp();
        assertEquals(1, reply.get(60, TimeUnit.SECONDS).asInt());
      }
    }
  }

  @Test
  void closing_writes_what_is_queued_and_fails_open_requests() throws Exception {
    var open = call("a");
    memory.peer.notify("bye", null);
    memory.peer.close();
    assertTrue(memory.readLine().contains("\"a\""));
    assertTrue(memory.readLine().contains("bye"));
    assertEquals(null, memory.readLine());
    assertTrue(failureOf(open).getMessage().contains("by this side"));
    memory.hangUp();
    await().until(() -> !memory.received.isEmpty());
    assertEquals(0, memory.diagnoses.get());
  }

  @Test
  void a_request_without_an_answer_times_out_and_a_late_answer_is_ignored() throws Exception {
    var reply = memory.peer.request("turn/interrupt", null, JsonNode.class, Duration.ofMillis(30));
    RequestTimeoutException timeout =
        assertInstanceOf(RequestTimeoutException.class, failureOf(reply));
    assertTrue(timeout.getMessage().contains("turn/interrupt"), timeout.getMessage());
    memory.send("{\"id\":1,\"result\":1}");
    memory.send("{\"method\":\"after\"}");
    await().until(() -> memory.received.size() == 1);
    assertEquals(0, memory.peer.badLineCount());
  }

  @Test
  void what_depends_on_a_reply_never_runs_on_the_reader_thread() throws Exception {
    AtomicReference<String> reader = new AtomicReference<>();
    CountDownLatch release = new CountDownLatch(1);
    var reply =
        memory.peer.request(
            "a",
            null,
            JsonNode.class,
            LONG,
            result -> reader.set(Thread.currentThread().getName()));
    var dependent =
        reply.thenApply(
            result -> {
              try {
                release.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return Thread.currentThread().getName();
            });
    memory.send("{\"id\":1,\"result\":1}");
    // The dependent blocks; the reader must go on all the same.
    memory.send("{\"method\":\"after\"}");
    await().until(() -> memory.received.size() == 1);
    release.countDown();
    assertNotEquals(reader.get(), dependent.get(60, TimeUnit.SECONDS));
  }

  @Test
  void a_long_line_arrives_whole_and_a_longer_one_is_skipped() throws Exception {
    try (InMemoryPeer small = new InMemoryPeer(1 << 20, 16)) {
      String fits = "x".repeat((1 << 20) - 100);
      CompletableFuture<Void> sent =
          CompletableFuture.runAsync(
              () -> {
                try {
                  small.send("{\"method\":\"" + fits + "\"}");
                  small.send("{\"method\":\"" + fits + "y".repeat(1_000_000) + "\"}");
                  small.send("{\"method\":\"after\"}");
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              });
      await().until(() -> small.received.size() == 2);
      sent.get(60, TimeUnit.SECONDS);
      assertEquals(fits, ((InMemoryPeer.Notification) small.received.get(0)).method());
      assertEquals("after", ((InMemoryPeer.Notification) small.received.get(1)).method());
      assertEquals(1, small.peer.badLineCount());
    }
  }

  @Test
  void a_peer_that_does_not_read_is_given_up_by_name_and_blocks_nobody() throws Exception {
    try (InMemoryPeer stuck = new InMemoryPeer(1 << 20, 4)) {
      String big = "x".repeat(1 << 20);
      CompletableFuture<JsonNode> last = null;
      for (int i = 0; i < 10; i++) {
        last = stuck.peer.request("m", Map.of("t", big), JsonNode.class, LONG);
      }
      assertTrue(failureOf(last).getCause().getMessage().contains("does not read"));
    }
  }
}
