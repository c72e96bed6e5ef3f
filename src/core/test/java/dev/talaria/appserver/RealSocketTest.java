package dev.talaria.appserver;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.base.TalariaException;
import dev.talaria.codex.CodexOptions;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.protocol.ServerNotification;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.protocol.v2.ThreadStartParams;
import dev.talaria.rpc.ConnectionLostException;
import dev.talaria.rpc.peer.RpcRequest;
import dev.talaria.rpc.transport.SocketOptions;
import dev.talaria.rpc.transport.WebSocketTransport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Connections to a real Codex that listens on a port or on a unix socket. */
@Timeout(180)
class RealSocketTest {

  private static final String TOKEN = "token-for-this-test-3f2a91c07d5e";

  @TempDir Path folder;

  /** What the server sends about a thread. */
  private static final class Inbox implements ThreadInbox {
    final List<ServerNotification> notifications = new CopyOnWriteArrayList<>();
    final CompletableFuture<String> lost = new CompletableFuture<>();

    @Override
    public void notification(ServerNotification notification) {
      notifications.add(notification);
    }

    @Override
    public void request(RpcRequest request) {
      throw new AssertionError("" + request);
    }

    @Override
    public void lost(ConnectionLostException reason) {
      lost.complete(reason.getMessage());
    }

    boolean has(Class<? extends ServerNotification> kind) {
      return notifications.stream().anyMatch(kind::isInstance);
    }
  }

  private ListeningCodex listen(String kind, ScratchCodexHome home) throws Exception {
    return kind.equals("unix")
        ? ListeningCodex.onSocket(home, folder)
        : ListeningCodex.onPort(home, folder, null);
  }

  private static AppServer attach(ListeningCodex codex, SocketOptions options, Workers workers) {
    return AppServer.attach(
        WebSocketTransport.connect(codex.address, options),
        CodexOptions.builder().build(),
        workers);
  }

  /** 0.130.0 computes for 4 s on a message of 15 MiB, in which it answers no ping. */
  private static final SocketOptions PATIENT =
      new SocketOptions(
          Map::of,
          Duration.ofSeconds(60),
          Duration.ofSeconds(10),
          Duration.ofSeconds(100),
          Duration.ofSeconds(5),
          null,
          false);

  /** 0.125.0 closes whatever connects to its unix socket. */
  private static boolean takesUnixSockets() {
    return !PinnedCodex.selectedVersion().equals("0.125.0");
  }

  static Stream<String> kinds() {
    return takesUnixSockets() ? Stream.of("ws", "unix") : Stream.of("ws");
  }

  @Test
  void a_codex_that_takes_no_unix_sockets_is_told() throws Exception {
    assumeFalse(takesUnixSockets(), "it takes them");
    try (ScriptedModel model = ScriptedModel.start(ModelScript.texts("never asked"));
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create();
        ListeningCodex codex = ListeningCodex.onSocket(home, folder)) {
      TalariaException refusal =
          assertThrows(
              TalariaException.class,
              () -> WebSocketTransport.connect(codex.address, SocketOptions.DEFAULT));
      assertTrue(refusal.getMessage().contains("closed the connection"), refusal.getMessage());
    }
  }

  private static <T> T get(CompletableFuture<T> future) throws Exception {
    return future.get(120, TimeUnit.SECONDS);
  }

  private String start(AppServer server, Inbox inbox) throws Exception {
    ThreadStartParams params =
        ThreadStartParams.of().cwd(folder.toRealPath().toString()).sandbox(SandboxMode.READ_ONLY);
    return get(server.startThread(params, inbox)).threadId().orElseThrow();
  }

  private static void startTurn(AppServer server, String thread) throws Exception {
    Map<String, Object> params =
        Map.of(
            "threadId", thread, "input", List.of(Map.of("type", "text", "text", "say something")));
    get(server.startTurn("turn/start", params, reply -> {}));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_turn_runs_and_the_server_outlives_its_client(String kind) throws Exception {
    try (ScriptedModel model = ScriptedModel.start(ModelScript.texts("hello from the model"));
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create();
        ListeningCodex codex = listen(kind, home);
        Workers workers = Workers.create()) {
      Inbox inbox = new Inbox();
      try (AppServer server = attach(codex, SocketOptions.DEFAULT, workers)) {
        assertEquals(PinnedCodex.selectedVersion(), server.version().toString());
        String thread = start(server, inbox);
        startTurn(server, thread);
        await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> inbox.has(ServerNotification.TurnCompleted.class));
        assertTrue(inbox.has(ServerNotification.AgentMessageDelta.class));
        assertTrue(("" + inbox.notifications).contains("hello from the model"));
      }
      assertEquals("the connection was closed by this side", get(inbox.lost));
      assertTrue(codex.process.isAlive());
      try (AppServer again = attach(codex, SocketOptions.DEFAULT, workers)) {
        assertFalse(again.isLost());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void messages_of_15_mib_are_taken_and_of_17_mib_not_sent(String kind) throws Exception {
    try (ScriptedModel model = ScriptedModel.start(ModelScript.texts("unused"));
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create();
        ListeningCodex codex = listen(kind, home);
        Workers workers = Workers.create();
        AppServer server = attach(codex, PATIENT, workers)) {
      int around = 200;
      Map<String, String> fits =
          Map.of("ignored", "x".repeat(WebSocketTransport.LARGEST_MESSAGE - around));
      assertTrue(get(server.request("model/list", fits, JsonNode.class)).path("data").isArray());

      Map<String, String> tooLarge = Map.of("ignored", "x".repeat(17 * 1024 * 1024));
      CompletableFuture<JsonNode> refused = server.request("model/list", tooLarge, JsonNode.class);
      Throwable cause = assertThrows(ExecutionException.class, () -> get(refused)).getCause();
      assertTrue(
          cause.getMessage().endsWith(codex.address + " takes at most 15728640 in a message"),
          cause.getMessage());

      assertTrue(
          get(server.request("model/list", Map.of(), JsonNode.class)).path("data").isArray());
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void pings_are_answered_and_the_death_of_the_server_is_named(String kind) throws Exception {
    SocketOptions options =
        new SocketOptions(
            Map::of,
            Duration.ofSeconds(30),
            Duration.ofMillis(100),
            Duration.ofSeconds(60),
            Duration.ofSeconds(5),
            null,
            false);
    Logger logger = Logger.getLogger(WebSocketTransport.class.getName());
    AtomicInteger pongs = new AtomicInteger();
    Handler counter =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            if (entry.getMessage().contains("is alive")) {
              pongs.incrementAndGet();
            }
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    logger.addHandler(counter);
    logger.setUseParentHandlers(false);
    logger.setLevel(Level.ALL);
    try (ScriptedModel model = ScriptedModel.start(ModelScript.texts("unused"));
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create();
        ListeningCodex codex = listen(kind, home);
        Workers workers = Workers.create();
        AppServer server = attach(codex, options, workers)) {
      Inbox inbox = new Inbox();
      start(server, inbox);
      await().atMost(Duration.ofSeconds(60)).until(() -> pongs.get() >= 5);
      assertFalse(server.isLost());
      codex.kill();
      String reason = get(inbox.lost);
      assertTrue(reason.contains(codex.address), reason);
      assertTrue(reason.contains("1006") || reason.contains("broke"), reason);
      assertTrue(server.isLost());
    } finally {
      logger.setLevel(null);
      logger.setUseParentHandlers(true);
      logger.removeHandler(counter);
    }
  }

  @Test
  void a_token_opens_the_door_and_a_wrong_one_does_not() throws Exception {
    Path file = Files.writeString(folder.resolve("token"), TOKEN);
    try (ScriptedModel model = ScriptedModel.start(ModelScript.texts("unused"));
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create();
        ListeningCodex codex = ListeningCodex.onPort(home, folder, file);
        Workers workers = Workers.create()) {
      SocketOptions right =
          SocketOptions.DEFAULT.withHeaders(() -> Map.of("Authorization", "Bearer " + TOKEN));
      try (AppServer server = attach(codex, right, workers)) {
        assertEquals(PinnedCodex.selectedVersion(), server.version().toString());
      }
      SocketOptions wrong =
          SocketOptions.DEFAULT.withHeaders(() -> Map.of("Authorization", "Bearer x" + TOKEN));
      assertEquals(
          codex.address
              + " refused the token (401); it has to be the one that the server was started with",
          assertThrows(TalariaException.class, () -> attach(codex, wrong, workers)).getMessage());
      assertEquals(
          codex.address + " needs a token and got none (401)",
          assertThrows(TalariaException.class, () -> attach(codex, SocketOptions.DEFAULT, workers))
              .getMessage());
      assertFalse(codex.log().contains(TOKEN));
    }
  }
}
