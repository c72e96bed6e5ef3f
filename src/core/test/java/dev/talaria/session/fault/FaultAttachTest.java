package dev.talaria.session.fault;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.appserver.ListeningCodex;
import dev.talaria.codex.AttachOptions;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelRequest;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.protocol.Item;
import dev.talaria.protocol.ThreadTurn;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.ThreadGoneException;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.fault.AttachChild.Phase;
import dev.talaria.session.lab.CodexLab;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hosts that are killed while they are attached: the next one has all of their work. */
class FaultAttachTest {

  private static final int KILLS = FaultLab.ONE_IN == 1 ? 20 : 2;
  private static final String DONE = "all is done";

  @TempDir Path folder;
  private final Random random = new Random();

  private static ModelScript script(Phase phase) {
    OutputItem command =
        phase == Phase.APPROVAL
            ? OutputItem.escalatedCommand("echo ran >> ran.txt")
            : OutputItem.command("sleep 0.3; echo ran >> ran.txt");
    return switch (phase) {
      case STREAMING ->
          ModelScript.builder()
              .reply(
                  Reply.of(OutputItem.text("one two three four five six seven eight"), command)
                      .between(Duration.ofMillis(50)))
              .text(DONE)
              .build();
      case COMPACTION ->
          ModelScript.builder()
              .reply(command)
              .text(DONE)
              .reply(Reply.text("a summary").delay(Duration.ofMillis(300)))
              .build();
      default -> ModelScript.builder().reply(command).text(DONE).build();
    };
  }

  @ParameterizedTest
  @EnumSource
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void a_killed_host_loses_nothing(Phase phase) throws Exception {
    assumeTrue(CodexLab.selectedIsPinned(), "what a server keeps is measured for it");
    try (ScriptedModel model = ScriptedModel.start(script(phase));
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create();
        ListeningCodex server = ListeningCodex.onSocket(home, folder)) {
      for (int i = 0; i < KILLS; i++) {
        model.restart(script(phase));
        Path workspace = Files.createTempDirectory(folder, "workspace").toRealPath();
        String key = phase + "-" + i;
        String thread = kill(server.address, workspace, phase, key);
        goOn(URI.create(server.address), workspace, phase, key, thread, model);
      }
      System.out.println(phase + ": " + KILLS + " hosts killed");
    }
  }

  /** The thread of a host that was killed in the phase. */
  private String kill(String address, Path workspace, Phase phase, String key) throws Exception {
    Process host =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                AttachChild.class.getName(),
                address,
                workspace.toString(),
                phase.name(),
                key)
            .redirectErrorStream(true)
            .start();
    try (BufferedReader said = host.inputReader()) {
      String thread = awaitLine(said, AttachChild.THREAD);
      awaitLine(said, AttachChild.NOW);
      if (phase == Phase.REPLY || phase == Phase.CLOSING) {
        LockSupport.parkNanos(random.nextInt(20_000_000));
      }
      return thread;
    } finally {
      host.destroyForcibly().onExit().get(60, TimeUnit.SECONDS);
    }
  }

  private static String awaitLine(BufferedReader said, String start) throws IOException {
    StringBuilder log = new StringBuilder();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith(start)) {
        return line.substring(start.length());
      }
      log.append(line).append('\n');
    }
    throw new IOException("the host ended; it said: " + log);
  }

  private static void goOn(
      URI server, Path workspace, Phase phase, String key, String thread, ScriptedModel model)
      throws Exception {
    AtomicInteger asked = new AtomicInteger();
    ApprovalHandler handler =
        ApprovalHandler.of(
            request -> {
              asked.incrementAndGet();
              return ApprovalDecision.allow();
            });
    try (Codex codex = Codex.attach(server, AttachOptions.defaults());
        CodexSession session = open(codex, workspace, handler, thread)) {
      Turn turn =
          session.startTurn(TurnInput.of(AttachChild.prompt(key)).once(key), TurnListener.NONE);
      TurnResult result = turn.result().get(180, TimeUnit.SECONDS);
      assertEquals(TurnStatus.COMPLETED, result.status(), key + ": " + result.error());
      assertEquals(DONE, result.finalText(), key);
      assertEquals("ran\n", Files.readString(workspace.resolve("ran.txt")), key);
      assertEquals(phase == Phase.APPROVAL ? 1 : 0, asked.get(), key);
      String rows = result.messages() + "";
      assertEquals(2, rows.split("echo ran >> ran.txt", 2).length, rows);
      if (phase == Phase.COMPACTION) {
        await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> codex.threads().turns(session.threadId(), 5).entries(), this_has_ended());
        ThreadTurn last = codex.threads().turns(session.threadId(), 5).entries().get(0);
        assertEquals("completed", last.status(), key);
        assertEquals(
            1, last.items().stream().filter(Item.ContextCompaction.class::isInstance).count());
      }
      assertEquals(phase == Phase.COMPACTION ? 3 : 2, model.requests().size(), key);
      ModelRequest second = model.requests().get(1);
      assertEquals(2, second.json().split(AttachChild.prompt(key), -1).length, key);
    }
  }

  private static java.util.function.Predicate<List<ThreadTurn>> this_has_ended() {
    return turns -> turns.size() == 2 && !turns.get(0).status().equals("inProgress");
  }

  /** A thread whose first prompt was not taken is not there. */
  private static CodexSession open(
      Codex codex, Path workspace, ApprovalHandler handler, String thread) {
    try {
      return codex.openSession(AttachChild.options(workspace, handler).resume(thread).build());
    } catch (ThreadGoneException gone) {
      return codex.openSession(AttachChild.options(workspace, handler).build());
    }
  }
}
