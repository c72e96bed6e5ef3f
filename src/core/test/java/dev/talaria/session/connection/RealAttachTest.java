package dev.talaria.session.connection;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalOutcome;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.DecisionSource;
import dev.talaria.appserver.ListeningCodex;
import dev.talaria.codex.AttachOptions;
import dev.talaria.codex.CodexOptions;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.protocol.v2.AskForApproval;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.server.CodexServer;
import dev.talaria.server.ServerOptions;
import dev.talaria.session.CloseMode;
import dev.talaria.session.CloseReport;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.ConnectionState;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.goal.GoalEnd;
import dev.talaria.session.goal.GoalOptions;
import dev.talaria.session.goal.GoalRun;
import dev.talaria.session.lab.CodexLab;
import dev.talaria.session.lab.CuttingProxy;
import dev.talaria.session.lab.RecordedTurns;
import dev.talaria.session.lab.RecordingObserver;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A Codex that somebody else runs: it outlives connections, sessions and hosts. */
@Timeout(180)
@SuppressWarnings("try")
class RealAttachTest {

  @TempDir Path workspace;
  @TempDir Path folder;

  /** The model's last answer waits for it. */
  private final CountDownLatch goOn = new CountDownLatch(1);

  private final List<ApprovalRequest> asked = new CopyOnWriteArrayList<>();
  private final List<ApprovalOutcome> outcomes = new CopyOnWriteArrayList<>();
  private final RecordedTurns others = new RecordedTurns();

  @BeforeEach
  void onAVersionWithUnixSockets() {
    assumeFalse(PinnedCodex.selectedVersion().equals("0.125.0"), "it closes its unix socket");
  }

  private static OutputItem exec(String command, boolean ask) {
    return ask ? OutputItem.escalatedCommand(command) : OutputItem.command(command);
  }

  /** A command, then a text that waits for {@link #goOn}, then other texts. */
  private ModelScript script(boolean ask) {
    return ModelScript.builder()
        .reply(exec("echo ran >> ran.txt", ask))
        .respond(
            request -> {
              await().atMost(Duration.ofSeconds(120)).until(() -> goOn.getCount() == 0);
              return Reply.text("all is done");
            })
        .text("the next turn")
        .text("one more")
        .build();
  }

  private AttachOptions options() {
    return AttachOptions.defaults();
  }

  private SessionOptions.Builder session(CompletableFuture<ApprovalDecision> decision) {
    return SessionOptions.builder()
        .cwd(workspace)
        .sandbox(SandboxMode.WORKSPACE_WRITE)
        .approvalPolicy(AskForApproval.Name.ON_REQUEST)
        .listener(others)
        .audit(outcomes::add)
        .approvals(
            request -> {
              asked.add(request);
              return decision;
            })
        .turnTimeout(Duration.ofSeconds(120));
  }

  private static CompletableFuture<ApprovalDecision> allowed() {
    return CompletableFuture.completedFuture(ApprovalDecision.allow());
  }

  private static TurnResult end(Turn turn) throws Exception {
    return turn.result().get(120, TimeUnit.SECONDS);
  }

  private void assertWhole(TurnResult result, ScriptedModel model) throws Exception {
    assertEquals(TurnStatus.COMPLETED, result.status(), result.error() + "");
    assertEquals("all is done", result.finalText());
    assertEquals("ran\n", Files.readString(workspace.resolve("ran.txt")));
    String rows = result.messages() + "";
    assertEquals(1, rows.split("echo ran >> ran.txt", -1).length - 1, rows);
    assertTrue(rows.contains("all is done"), rows);
    assertEquals(2, model.requests().size());
    assertEquals(
        1, model.requests().get(1).json().split("write the file", -1).length - 1, "prompts");
  }

  private void awaitSecondRequest(ScriptedModel model) {
    await().atMost(Duration.ofSeconds(60)).until(() -> model.requests().size() == 2);
  }

  @Test
  void a_session_that_is_closed_leaves_its_turn_and_the_next_one_hears_the_end() throws Exception {
    try (ScriptedModel model = ScriptedModel.start(script(false));
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create();
        ListeningCodex server = ListeningCodex.onSocket(home, folder)) {
      URI address = URI.create(server.address);
      String thread;
      try (Codex codex = Codex.attach(address, options());
          CodexSession session = codex.openSession(session(allowed()).build())) {
        Turn turn = session.startTurn(TurnInput.of("write the file"), TurnListener.NONE);
        awaitSecondRequest(model);
        thread = session.threadId();
        session.close();
        assertEquals(TurnError.Kind.DETACHED, end(turn).error().kind());
        CloseReport report = session.closed().orElseThrow();
        assertEquals(turn.turnId(), report.leftTurns().get(0).turnId());
        assertEquals(List.of(), report.endedTurns());
      }
      assertTrue(server.process.isAlive());
      try (Codex codex = Codex.attach(address, options());
          CodexSession session = codex.openSession(session(allowed()).resume(thread).build())) {
        await().atMost(Duration.ofSeconds(60)).until(() -> others.turns.size() == 1);
        goOn.countDown();
        assertWhole(end(others.turns.get(0)), model);
        assertEquals("the next turn", session.runTurn("go on").finalText());
      }
    }
  }

  @Test
  void work_is_ended_where_it_is_asked_for() throws Exception {
    try (ScriptedModel model = ScriptedModel.start(script(false));
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create();
        ListeningCodex server = ListeningCodex.onSocket(home, folder);
        Codex codex = Codex.attach(URI.create(server.address), options());
        CodexSession session = codex.openSession(session(allowed()).build())) {
      Turn turn = session.startTurn(TurnInput.of("write the file"), TurnListener.NONE);
      awaitSecondRequest(model);
      session.close(CloseMode.END_WORK);
      assertEquals(TurnError.Kind.CLOSED, end(turn).error().kind());
      assertEquals(turn.turnId(), session.closed().orElseThrow().endedTurns().get(0).turnId());
      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () ->
                  codex
                      .threads()
                      .turns(session.threadId(), 1)
                      .entries()
                      .get(0)
                      .status()
                      .equals("interrupted"));
    }
  }

  @Test
  void a_turn_goes_on_over_a_connection_that_was_cut() throws Exception {
    RecordingObserver watching = new RecordingObserver();
    try (ScriptedModel model = ScriptedModel.start(script(false));
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create();
        ListeningCodex server = ListeningCodex.onPort(home, folder, null);
        CuttingProxy proxy = new CuttingProxy(server.address);
        Codex codex = Codex.attach(proxy.address(), options());
        CodexSession session = codex.openSession(session(allowed()).build())) {
      codex.observe(watching);
      Turn turn = session.startTurn(TurnInput.of("write the file"), TurnListener.NONE);
      awaitSecondRequest(model);
      proxy.cut();
      await().atMost(Duration.ofSeconds(60)).until(() -> proxy.connections() == 2);
      goOn.countDown();
      assertWhole(end(turn), model);
      assertEquals("the next turn", session.runTurn("go on").finalText());
      assertEquals(List.of(), others.turns);
      assertEquals(
          List.of("OPENED attached", "DISCONNECTED attached", "RECONNECTED attached"),
          watching.told,
          "the session was opened before it was watched");
    }
  }

  @Test
  void what_ended_while_nobody_listened_is_told_after_it() throws Exception {
    try (ScriptedModel model = ScriptedModel.start(script(false));
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create();
        ListeningCodex server = ListeningCodex.onPort(home, folder, null);
        CuttingProxy proxy = new CuttingProxy(server.address);
        Codex codex = Codex.attach(proxy.address(), options());
        CodexSession session = codex.openSession(session(allowed()).build())) {
      Turn turn = session.startTurn(TurnInput.of("write the file"), TurnListener.NONE);
      awaitSecondRequest(model);
      proxy.block(true);
      goOn.countDown();
      await().atMost(Duration.ofSeconds(60)).until(() -> hasEnded(home));
      proxy.block(false);
      assertWhole(end(turn), model);
    }
  }

  private static boolean hasEnded(ScratchCodexHome home) throws IOException {
    try (Stream<Path> files = Files.walk(home.path().resolve("sessions"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.readString(file).contains("task_complete")) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void a_goal_that_was_reached_while_nobody_listened_ends() throws Exception {
    assumeTrue(CodexLab.selectedIsPinned(), "goals are measured for it");
    ModelScript goal =
        ModelScript.builder()
            .text("first")
            .respond(
                request -> {
                  await().atMost(Duration.ofSeconds(120)).until(() -> goOn.getCount() == 0);
                  return Reply.of(OutputItem.call("update_goal", Map.of("status", "complete")));
                })
            .text("second")
            .build();
    try (ScriptedModel model = ScriptedModel.start(goal);
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create();
        ListeningCodex server = ListeningCodex.onPort(home, folder, null);
        CuttingProxy proxy = new CuttingProxy(server.address);
        Codex codex = Codex.attach(proxy.address(), options());
        CodexSession session = codex.openSession(session(allowed()).goals(true).build())) {
      GoalRun run = session.goal("two turns", GoalOptions.defaults());
      awaitSecondRequest(model);
      proxy.block(true);
      await().atMost(Duration.ofSeconds(60)).until(() -> !ConnectionState.isConnected(codex));
      goOn.countDown();
      await().atMost(Duration.ofSeconds(60)).until(() -> model.requests().size() == 3);
      proxy.block(false);
      assertEquals(GoalEnd.Reason.COMPLETE, run.end().get(120, TimeUnit.SECONDS).reason());
      assertEquals(
          List.of("first", "second"),
          run.turns().stream().map(turn -> turn.await().finalText()).toList());
    }
  }

  @Test
  void a_prompt_that_a_killed_server_wrote_without_its_key_is_found_by_its_text() throws Exception {
    assumeTrue(CodexLab.selectedIsPinned(), "what is in a rollout is measured for it");
    ModelScript script =
        ModelScript.builder()
            .text("one")
            .reply(Reply.of(OutputItem.chunks("a ", "b ")).hangAfter(5))
            .build();
    TurnInput input = TurnInput.of("deploy").once("order-42");
    try (ScriptedModel model = ScriptedModel.start(script);
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      String thread;
      String turn;
      try (ListeningCodex server = ListeningCodex.onPort(home, folder, null);
          Codex codex = Codex.attach(URI.create(server.address), options());
          CodexSession session = codex.openSession(session(allowed()).build())) {
        session.runTurn("first");
        Turn cut = session.startTurn(input, TurnListener.NONE);
        awaitSecondRequest(model);
        thread = session.threadId();
        turn = cut.turnId();
        server.process.destroyForcibly().waitFor();
      }
      CodexLab.cutAfterPrompt(home.path(), "deploy");
      try (ListeningCodex server = ListeningCodex.onPort(home, folder, null);
          Codex codex = Codex.attach(URI.create(server.address), options());
          CodexSession session = codex.openSession(session(allowed()).resume(thread).build())) {
        TurnResult found = session.runTurn(input, TurnListener.NONE);
        assertEquals(TurnStatus.INTERRUPTED, found.status(), found.error() + "");
        assertEquals(turn, found.turnId());
        assertEquals(2, model.requests().size());
      }
    }
  }

  @Test
  void an_approval_waits_for_the_next_host() throws Exception {
    try (ScriptedModel model = ScriptedModel.start(script(true));
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create();
        ListeningCodex server = ListeningCodex.onSocket(home, folder)) {
      goOn.countDown();
      URI address = URI.create(server.address);
      String thread;
      try (Codex codex = Codex.attach(address, options());
          CodexSession session = codex.openSession(session(new CompletableFuture<>()).build())) {
        session.startTurn(TurnInput.of("write the file"), TurnListener.NONE);
        await().atMost(Duration.ofSeconds(60)).until(() -> asked.size() == 1);
        thread = session.threadId();
      }
      assertEquals(DecisionSource.WITHDRAWN, outcomes.get(0).decider());
      assertFalse(Files.exists(workspace.resolve("ran.txt")));
      try (Codex codex = Codex.attach(address, options());
          CodexSession session = codex.openSession(session(allowed()).resume(thread).build())) {
        await().atMost(Duration.ofSeconds(60)).until(() -> asked.size() == 2);
        assertEquals(thread, session.threadId());
        await().atMost(Duration.ofSeconds(60)).until(() -> others.turns.size() == 1);
        assertWhole(end(others.turns.get(0)), model);
      }
    }
  }

  @Test
  void an_answer_that_was_lost_with_the_connection_is_given_again_and_asked_once()
      throws Exception {
    CompletableFuture<ApprovalDecision> decision = new CompletableFuture<>();
    try (ScriptedModel model = ScriptedModel.start(script(true));
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create();
        ListeningCodex server = ListeningCodex.onPort(home, folder, null);
        CuttingProxy proxy = new CuttingProxy(server.address);
        Codex codex = Codex.attach(proxy.address(), options());
        CodexSession session = codex.openSession(session(decision).build())) {
      goOn.countDown();
      Turn turn = session.startTurn(TurnInput.of("write the file"), TurnListener.NONE);
      await().atMost(Duration.ofSeconds(60)).until(() -> asked.size() == 1);
      proxy.block(true);
      await().atMost(Duration.ofSeconds(60)).until(() -> !ConnectionState.isConnected(codex));
      decision.complete(ApprovalDecision.allow());
      await().atMost(Duration.ofSeconds(60)).until(() -> outcomes.size() == 1);
      proxy.block(false);
      assertWhole(end(turn), model);
      assertEquals(1, asked.size());
      assertEquals(1, outcomes.size());
    }
  }

  @Test
  void an_approval_stays_open_over_a_connection_that_was_cut() throws Exception {
    CompletableFuture<ApprovalDecision> decision = new CompletableFuture<>();
    try (ScriptedModel model = ScriptedModel.start(script(true));
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create();
        ListeningCodex server = ListeningCodex.onPort(home, folder, null);
        CuttingProxy proxy = new CuttingProxy(server.address);
        Codex codex = Codex.attach(proxy.address(), options());
        CodexSession session = codex.openSession(session(decision).build())) {
      goOn.countDown();
      Turn turn = session.startTurn(TurnInput.of("write the file"), TurnListener.NONE);
      await().atMost(Duration.ofSeconds(60)).until(() -> asked.size() == 1);
      proxy.cut();
      await().atMost(Duration.ofSeconds(60)).until(() -> proxy.connections() == 2);
      decision.complete(ApprovalDecision.allow());
      assertWhole(end(turn), model);
      assertEquals(1, asked.size());
      assertEquals(DecisionSource.HANDLER, outcomes.get(0).decider());
    }
  }

  @Test
  void a_server_is_started_where_there_is_none_and_again_when_it_was_killed() throws Exception {
    try (ScriptedModel model = ScriptedModel.start(script(false));
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create()) {
      CodexOptions own =
          CodexOptions.builder()
              .executable(CodexLab.executable())
              .codexHome(home.path())
              .environment(home.isolatedEnvironment())
              .build();
      ServerOptions server = ServerOptions.builder().codex(own).build();
      AttachOptions options = AttachOptions.builder().codex(own).build();
      try (Codex codex = Codex.attachOrStart(server, options);
          Codex other = Codex.attachOrStart(server, options);
          CodexSession session = codex.openSession(session(allowed()).build())) {
        CodexServer first = CodexServer.find(home.path()).orElseThrow();
        assertEquals(codex.version(), other.version());
        Turn turn = session.startTurn(TurnInput.of("write the file"), TurnListener.NONE);
        awaitSecondRequest(model);
        ProcessHandle.of(first.pid()).orElseThrow().destroyForcibly();
        assertEquals(TurnError.Kind.CONNECTION_LOST, end(turn).error().kind());
        goOn.countDown();
        TurnResult after = session.runTurn("go on");
        assertEquals(TurnStatus.COMPLETED, after.status(), after.error() + "");
        assertNotEquals(first.pid(), CodexServer.find(home.path()).orElseThrow().pid());
      } finally {
        CodexServer.find(home.path()).ifPresent(CodexServer::stop);
      }
    }
  }

  @Test
  void a_server_that_was_killed_is_told_and_its_successor_has_the_thread() throws Exception {
    try (ScriptedModel model = ScriptedModel.start(script(false));
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create();
        ListeningCodex server = ListeningCodex.onSocket(home, folder);
        Codex codex = Codex.attach(URI.create(server.address), options());
        CodexSession session = codex.openSession(session(allowed()).build())) {
      Turn turn = session.startTurn(TurnInput.of("write the file"), TurnListener.NONE);
      awaitSecondRequest(model);
      server.kill();
      try (ListeningCodex next = ListeningCodex.onSocket(home, folder)) {
        TurnResult cut = end(turn);
        assertEquals(TurnStatus.FAILED, cut.status());
        assertEquals(TurnError.Kind.CONNECTION_LOST, cut.error().kind());
        goOn.countDown();
        assertTrue(next.process.isAlive());
        TurnResult after = session.runTurn("go on");
        assertEquals(TurnStatus.COMPLETED, after.status(), after.error() + "");
      }
    }
  }
}
