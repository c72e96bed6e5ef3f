package dev.talaria.session.fault;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.talaria.appserver.ListeningCodex;
import dev.talaria.codex.AttachOptions;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.lab.CodexLab;
import dev.talaria.session.lab.CuttingProxy;
import dev.talaria.session.lab.RecordedTurns;
import dev.talaria.session.lab.RecordingListener;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hosts that take longer than the server has patience: it drops a client that does not read. On a
 * unix socket, for which the system keeps little.
 */
@Timeout(240)
@SuppressWarnings("try")
class FaultSlowClientTest {

  /** A delta for each word. */
  private static final String ANSWER =
      IntStream.range(0, 40_000).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));

  /** The model's long answer waits for it. */
  private final CountDownLatch goOn = new CountDownLatch(1);

  @TempDir Path workspace;
  @TempDir Path folder;

  @BeforeEach
  void onAVersionThatWasMeasured() {
    assumeTrue(CodexLab.selectedIsPinned(), "when a server drops a client is measured for it");
  }

  private ModelScript script() {
    return ModelScript.builder()
        .text("the first")
        .respond(
            request -> {
              await().atMost(Duration.ofSeconds(60)).until(() -> goOn.getCount() == 0);
              return Reply.text(ANSWER);
            })
        .text("the next turn")
        .build();
  }

  /** The server does what is done without a sign of life, and nobody else. */
  private static AttachOptions patient() {
    return AttachOptions.builder().idleTimeout(Duration.ofMinutes(10)).build();
  }

  private SessionOptions.Builder session(RecordedTurns others) {
    return SessionOptions.builder()
        .cwd(workspace)
        .sandbox(SandboxMode.READ_ONLY)
        .listener(others)
        .turnTimeout(Duration.ofSeconds(200));
  }

  /** The end of the turn at a host that keeps up. */
  private static TurnResult theOthers(RecordedTurns others) throws Exception {
    await().atMost(Duration.ofSeconds(60)).until(() -> others.turns.size() == 1);
    return end(others.turns.get(0));
  }

  private static TurnResult end(Turn turn) throws Exception {
    return turn.result().get(180, TimeUnit.SECONDS);
  }

  private static void assertWhole(TurnResult result) {
    assertEquals(TurnStatus.COMPLETED, result.status(), result.error() + "");
    assertEquals(ANSWER, result.finalText());
  }

  /** Does not come back from its first delta until all others have been sent. */
  private static final class Stopped implements TurnListener {
    final CountDownLatch goOn = new CountDownLatch(1);
    final StringBuffer text = new StringBuffer();
    volatile int calls;

    @Override
    public void onTextDelta(String itemId, String delta) {
      text.append(delta);
      calls++;
      try {
        goOn.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Test
  void a_listener_that_takes_long_for_each_delta_gets_every_text_and_keeps_the_connection()
      throws Exception {
    RecordedTurns others = new RecordedTurns();
    try (ScriptedModel model = ScriptedModel.start(script());
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create();
        ListeningCodex server = ListeningCodex.onSocket(home, folder);
        CuttingProxy proxy = new CuttingProxy(server.address);
        Codex slow = Codex.attach(proxy.address(), patient());
        CodexSession session = slow.openSession(session(new RecordedTurns()).build());
        Codex quick = Codex.attach(URI.create(server.address), patient())) {
      session.runTurn("begin");
      quick.openSession(session(others).resume(session.threadId()).build());
      goOn.countDown();
      Stopped listener = new Stopped();
      Turn turn = session.startTurn(TurnInput.of("go"), listener);
      assertWhole(theOthers(others));
      listener.goOn.countDown();
      assertWhole(end(turn));
      assertEquals(ANSWER, listener.text.toString());
      assertTrue(listener.calls < 4_000, "calls: " + listener.calls);
      assertEquals(1, proxy.connections());
      assertEquals("the next turn", session.runTurn("go on").finalText());
    }
  }

  @Test
  void a_host_that_does_not_read_is_dropped_and_comes_back_to_all_of_it() throws Exception {
    RecordedTurns others = new RecordedTurns();
    try (ScriptedModel model = ScriptedModel.start(script());
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create();
        ListeningCodex server = ListeningCodex.onSocket(home, folder);
        CuttingProxy proxy = new CuttingProxy(server.address);
        Codex stopped = Codex.attach(proxy.address(), patient());
        CodexSession session = stopped.openSession(session(new RecordedTurns()).build());
        Codex quick = Codex.attach(URI.create(server.address), patient())) {
      session.runTurn("begin");
      quick.openSession(session(others).resume(session.threadId()).build());
      Turn turn = session.startTurn(TurnInput.of("go"), new RecordingListener());
      await().atMost(Duration.ofSeconds(60)).until(() -> model.requests().size() == 2);
      proxy.pause(true);
      goOn.countDown();
      assertWhole(theOthers(others));
      assertEquals(1, proxy.connections());
      proxy.pause(false);
      assertWhole(end(turn));
      assertEquals(2, proxy.connections());
      assertEquals("the next turn", session.runTurn("go on").finalText());
    }
  }
}
