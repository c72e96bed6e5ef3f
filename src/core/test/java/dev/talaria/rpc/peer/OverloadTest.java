package dev.talaria.rpc.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.rpc.ConnectionLostException;
import dev.talaria.rpc.RequestTimeoutException;
import dev.talaria.rpc.RpcException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A request that is refused for the time being. */
@Timeout(30)
class OverloadTest {

  private static final int OVERLOADED = -32001;
  private static final Duration LONG = Duration.ofSeconds(20);

  private static RetryPolicy waiting(Duration first) {
    return new RetryPolicy(OVERLOADED, first, Duration.ofSeconds(60), () -> 0.5);
  }

  private static CompletableFuture<JsonNode> call(InMemoryPeer memory, Duration limit) {
    return memory.peer.request("turn/start", Map.of("a", 1), JsonNode.class, limit);
  }

  private static void refuse(InMemoryPeer memory, int code) throws IOException {
    JsonNode request = memory.readMessage();
    assertEquals("{\"a\":1}", request.path("params").toString());
    memory.send(
        "{\"id\":" + request.path("id") + ",\"error\":{\"code\":" + code + ",\"message\":\"no\"}}");
  }

  private static Throwable failureOf(CompletableFuture<?> future) {
    return assertThrows(ExecutionException.class, () -> future.get(60, TimeUnit.SECONDS))
        .getCause();
  }

  @Test
  void it_is_sent_again_under_a_new_id_until_it_is_taken() throws Exception {
    try (InMemoryPeer memory = new InMemoryPeer(waiting(Duration.ofMillis(1)))) {
      CompletableFuture<JsonNode> reply = call(memory, LONG);
      refuse(memory, OVERLOADED);
      refuse(memory, OVERLOADED);
      JsonNode third = memory.readMessage();
      assertEquals("{\"id\":3,\"method\":\"turn/start\",\"params\":{\"a\":1}}", third.toString());
      memory.send("{\"id\":1,\"result\":\"late\"}");
      memory.send("{\"id\":3,\"result\":\"taken\"}");
      assertEquals("taken", reply.get(60, TimeUnit.SECONDS).textValue());
    }
  }

  @Test
  void the_last_refusal_tells_how_often_it_was_tried() throws Exception {
    AtomicInteger tries = new AtomicInteger();
    RetryPolicy twiceOnly =
        new RetryPolicy(
            OVERLOADED,
            Duration.ofMillis(1),
            Duration.ofSeconds(60),
            () -> tries.incrementAndGet() < 3 ? 0 : 1e6);
    try (InMemoryPeer memory = new InMemoryPeer(twiceOnly)) {
      CompletableFuture<JsonNode> reply = call(memory, LONG);
      refuse(memory, OVERLOADED);
      refuse(memory, OVERLOADED);
      refuse(memory, OVERLOADED);
      Throwable refusal = failureOf(reply);
      assertTrue(refusal.getMessage().endsWith("no (tried 3 times)"), refusal.getMessage());
    }
  }

  @Test
  void without_time_for_another_try_it_fails_at_once() throws Exception {
    try (InMemoryPeer memory = new InMemoryPeer(waiting(Duration.ofSeconds(30)))) {
      CompletableFuture<JsonNode> reply = call(memory, LONG);
      refuse(memory, OVERLOADED);
      RpcException refusal = assertInstanceOf(RpcException.class, failureOf(reply));
      assertEquals(OVERLOADED, refusal.code());
      assertTrue(refusal.getMessage().endsWith("no (tried once)"), refusal.getMessage());
    }
  }

  @Test
  void another_refusal_is_final() throws Exception {
    try (InMemoryPeer memory = new InMemoryPeer(waiting(Duration.ofMillis(1)))) {
      CompletableFuture<JsonNode> reply = call(memory, LONG);
      refuse(memory, OVERLOADED);
      refuse(memory, -32600);
      RpcException refusal = assertInstanceOf(RpcException.class, failureOf(reply));
      assertEquals("turn/start was refused with error -32600: no", refusal.getMessage());
    }
  }

  @Test
  void a_loss_while_it_waits_fails_it_at_once_and_it_is_not_sent_again() throws Exception {
    try (InMemoryPeer memory = new InMemoryPeer(waiting(Duration.ofSeconds(15)))) {
      CompletableFuture<JsonNode> reply = call(memory, LONG);
      refuse(memory, OVERLOADED);
      memory.hangUp();
      assertInstanceOf(ConnectionLostException.class, failureOf(reply));
    }
  }

  @Test
  void its_own_time_limit_holds_over_all_tries() throws Exception {
    try (InMemoryPeer memory = new InMemoryPeer(waiting(Duration.ofMillis(1)))) {
      CompletableFuture<JsonNode> reply = call(memory, Duration.ofMillis(300));
      refuse(memory, OVERLOADED);
      memory.readMessage();
      Throwable late = failureOf(reply);
      assertInstanceOf(RequestTimeoutException.class, late);
      assertTrue(late.getMessage().contains("300 ms"), late.getMessage());
      CompletableFuture<JsonNode> next = call(memory, LONG);
      assertEquals(3, memory.readMessage().path("id").asInt(), "nothing was sent in between");
      memory.send("{\"id\":3,\"result\":1}");
      assertEquals(1, next.get(60, TimeUnit.SECONDS).asInt());
    }
  }

  @Test
  void the_waiting_time_doubles_up_to_the_cap_and_is_spread() {
    RetryPolicy low =
        new RetryPolicy(OVERLOADED, Duration.ofMillis(100), Duration.ofSeconds(5), () -> 0);
    RetryPolicy middle =
        new RetryPolicy(OVERLOADED, Duration.ofMillis(100), Duration.ofSeconds(5), () -> 0.5);
    assertEquals(Duration.ofMillis(50), low.delayAfter(1));
    assertEquals(Duration.ofMillis(100), middle.delayAfter(1));
    assertEquals(Duration.ofMillis(200), middle.delayAfter(2));
    assertEquals(Duration.ofMillis(3200), middle.delayAfter(6));
    assertEquals(Duration.ofSeconds(5), middle.delayAfter(7));
    assertEquals(Duration.ofMillis(2500), low.delayAfter(1000));
  }
}
