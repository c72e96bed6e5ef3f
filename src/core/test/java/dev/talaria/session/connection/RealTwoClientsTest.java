package dev.talaria.session.connection;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalOutcome;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.DecisionSource;
import dev.talaria.appserver.ListeningCodex;
import dev.talaria.codex.AttachOptions;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.protocol.Item;
import dev.talaria.protocol.ThreadTurn;
import dev.talaria.protocol.v2.AskForApproval;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnAdmission;
import dev.talaria.session.TurnInput;
import dev.talaria.session.lab.CodexLab;
import dev.talaria.session.lab.CuttingProxy;
import dev.talaria.session.lab.RecordedTurns;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnOrigin;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two hosts that are attached to one server and have one thread. */
@Timeout(180)
@SuppressWarnings("try")
class RealTwoClientsTest {

  private static final String FIRST = "the first turn";
  private static final String COMMAND = "echo ran >> ran.txt";
  private static final int RACES = 6;

  @TempDir Path workspace;
  @TempDir Path folder;

  /** A prompt that asks for a command is answered with it; every other one with its own words. */
  private static final ModelScript SCRIPT =
      ModelScript.builder()
          .repeat()
          .respond(
              request -> {
                String prompt = request.latestPrompt();
                return prompt.startsWith("write") && !request.hasOutputSincePrompt()
                    ? Reply.of(exec(prompt))
                    : Reply.text("answer to " + prompt);
              })
          .build();

  private static OutputItem exec(String prompt) {
    Map<String, Object> call = new HashMap<>(Map.of("cmd", COMMAND, "login", false));
    if (prompt.contains("asking")) {
      call.put("sandbox_permissions", "require_escalated");
      call.put("justification", "May I?");
    }
    if (prompt.contains("long")) {
      call.put("cmd", COMMAND + "; sleep 60");
      call.put("yield_time_ms", 250);
    }
    return OutputItem.call("exec_command", call);
  }

  @BeforeEach
  void onAVersionThatWasMeasured() {
    assumeTrue(CodexLab.selectedIsPinned(), "what a server tells its clients is measured for it");
  }

  /** A host with one session. */
  private final class Host implements AutoCloseable {
    final RecordedTurns others = new RecordedTurns();
    final List<ApprovalRequest> asked = new CopyOnWriteArrayList<>();
    final List<ApprovalOutcome> outcomes = new CopyOnWriteArrayList<>();
    final CompletableFuture<ApprovalDecision> decision = new CompletableFuture<>();
    final Codex codex;
    final CodexSession session;

    Host(URI address, String thread) {
      codex = Codex.attach(address, AttachOptions.defaults());
      SessionOptions.Builder options =
          SessionOptions.builder()
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
      session =
          codex.openSession(thread.isEmpty() ? options.build() : options.resume(thread).build());
    }

    TurnResult theOthers() throws Exception {
      await().atMost(Duration.ofSeconds(60)).until(() -> others.turns.size() == 1);
      return end(others.turns.get(0));
    }

    Turn start(String prompt, TurnAdmission how) {
      return session.startTurn(TurnInput.of(prompt).admission(how), TurnListener.NONE);
    }

    void awaitAsked() {
      await().atMost(Duration.ofSeconds(60)).until(() -> asked.size() == 1);
    }

    @Override
    public void close() {
      codex.close();
    }
  }

  /** The server, with a thread that two hosts have. */
  private final class Two implements AutoCloseable {
    final ScriptedModel model = ScriptedModel.start(SCRIPT);
    final ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create();
    final ListeningCodex server = ListeningCodex.onPort(home, folder, null);
    final CuttingProxy proxy = new CuttingProxy(server.address);
    final Host one = new Host(URI.create(server.address), "");
    final Host two;

    /** The second one is behind the proxy. */
    Two() throws Exception {
      assertEquals(TurnStatus.COMPLETED, one.session.runTurn(FIRST).status());
      two = new Host(proxy.address(), one.session.threadId());
    }

    List<ThreadTurn> turns() {
      return one.codex.threads().turns(one.session.threadId(), 100).entries();
    }

    @Override
    public void close() throws Exception {
      two.close();
      one.close();
      proxy.close();
      server.close();
      home.close();
      model.close();
    }
  }

  private static TurnResult end(Turn turn) throws Exception {
    return turn.result().get(120, TimeUnit.SECONDS);
  }

  private static void assertSame(TurnResult one, TurnResult two) {
    assertEquals(one.turnId(), two.turnId());
    assertEquals(one.status(), two.status());
    assertEquals(one.finalText(), two.finalText());
    assertEquals(one.messages(), two.messages());
  }

  @Test
  void a_turn_of_one_is_heard_by_the_other() throws Exception {
    try (Two both = new Two()) {
      Turn turn = both.one.start("write it", TurnAdmission.WAIT);
      TurnResult heard = both.two.theOthers();
      assertSame(end(turn), heard);
      assertEquals(List.of(TurnOrigin.OTHER_CLIENT), both.two.others.origins);
      assertEquals(TurnStatus.COMPLETED, heard.status());
      assertEquals("answer to write it", heard.finalText());
      assertTrue(heard.messages().toString().contains("echo ran"), heard.messages() + "");
      assertEquals("next", both.two.session.runTurn("next").finalText().replace("answer to ", ""));
    }
  }

  @Test
  void the_first_answer_counts_and_the_other_is_told_who_has_answered() throws Exception {
    try (Two both = new Two()) {
      Turn turn = both.one.start("write it, asking", TurnAdmission.WAIT);
      both.one.awaitAsked();
      both.two.awaitAsked();
      both.two.decision.complete(ApprovalDecision.allow());
      TurnResult result = end(turn);
      assertEquals(TurnStatus.COMPLETED, result.status());
      assertSame(result, both.two.theOthers());
      assertEquals("ran\n", Files.readString(workspace.resolve("ran.txt")));
      assertEquals(DecisionSource.HANDLER, both.two.outcomes.get(0).decider());
      ApprovalOutcome withdrawn = both.one.outcomes.get(0);
      assertEquals(DecisionSource.WITHDRAWN, withdrawn.decider());
      assertEquals("another client answered it, or Codex withdrew it", withdrawn.by());
      both.one.decision.complete(ApprovalDecision.decline());
      assertEquals(TurnStatus.COMPLETED, both.one.session.runTurn("next").status());
      assertEquals(1, both.one.outcomes.size());
    }
  }

  @Test
  void an_answer_that_comes_late_does_no_harm() throws Exception {
    try (Two both = new Two()) {
      Turn turn = both.one.start("write it, asking", TurnAdmission.WAIT);
      both.one.awaitAsked();
      both.two.awaitAsked();
      both.proxy.pause(true);
      both.one.decision.complete(ApprovalDecision.allow());
      TurnResult result = end(turn);
      both.two.decision.complete(ApprovalDecision.decline());
      await().atMost(Duration.ofSeconds(60)).until(() -> both.two.outcomes.size() == 1);
      both.proxy.pause(false);
      assertEquals(TurnStatus.COMPLETED, result.status());
      assertSame(result, both.two.theOthers());
      assertEquals("ran\n", Files.readString(workspace.resolve("ran.txt")));
      assertEquals(TurnStatus.COMPLETED, both.two.session.runTurn("next").status());
      assertEquals(TurnStatus.COMPLETED, both.one.session.runTurn("and next").status());
    }
  }

  @Test
  void a_command_that_another_client_allowed_is_one_that_runs() throws Exception {
    try (Two both = new Two()) {
      Turn turn = both.one.start("write it, asking, for long", TurnAdmission.WAIT);
      both.one.awaitAsked();
      both.two.awaitAsked();
      both.two.decision.complete(ApprovalDecision.allow());
      assertEquals(1, both.two.theOthers().runningCommands().size());
      assertEquals(1, end(turn).runningCommands().size());
    }
  }

  /** Both begin a turn at the same moment, and both have ended. */
  private static List<Turn> race(Two both, String name, TurnAdmission how) throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    CompletableFuture<Turn> one = begin(start, () -> both.one.start(name + " of one", how));
    CompletableFuture<Turn> two = begin(start, () -> both.two.start(name + " of two", how));
    List<Turn> turns = List.of(one.get(60, TimeUnit.SECONDS), two.get(60, TimeUnit.SECONDS));
    for (Turn turn : turns) {
      end(turn);
    }
    return turns;
  }

  private static CompletableFuture<Turn> begin(CyclicBarrier start, Supplier<Turn> turn) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            start.await(60, TimeUnit.SECONDS);
            return turn.get();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        },
        // The common pool has one thread on two processors from JDK 25 on.
        task -> new Thread(task).start());
  }

  private static List<String> prompts(ThreadTurn turn) {
    return turn.items().stream()
        .filter(Item.UserMessage.class::isInstance)
        .map(item -> ((Item.UserMessage) item).texts().get(0))
        .toList();
  }

  @Test
  void a_turn_waits_for_one_that_another_client_has_just_started() throws Exception {
    try (Two both = new Two()) {
      Turn first = both.one.start("write it", TurnAdmission.WAIT);
      await().atMost(Duration.ofSeconds(60)).until(() -> !first.turnId().isEmpty());
      Turn second = both.two.start("the second", TurnAdmission.WAIT);
      assertEquals("answer to write it", end(first).finalText());
      assertEquals("answer to the second", end(second).finalText());
      assertEquals(
          List.of(List.of("the second"), List.of("write it"), List.of(FIRST)),
          both.turns().stream().map(RealTwoClientsTest::prompts).toList());
    }
  }

  @Test
  void a_turn_is_refused_while_one_runs_that_another_client_has_just_started() throws Exception {
    try (Two both = new Two()) {
      Turn first = both.one.start("write it", TurnAdmission.WAIT);
      await().atMost(Duration.ofSeconds(60)).until(() -> !first.turnId().isEmpty());
      TurnResult second = end(both.two.start("the second", TurnAdmission.REFUSE));
      assertEquals(TurnError.Kind.REFUSED, second.error().kind());
      assertTrue(second.error().message().contains("start it later"), second.error().message());
      assertEquals("answer to write it", end(first).finalText());
      assertEquals(2, both.turns().size());
    }
  }

  @Test
  void a_prompt_that_both_send_once_at_the_same_moment_is_sent_once() throws Exception {
    try (Two both = new Two()) {
      for (int i = 0; i < RACES; i++) {
        String key = "key " + i;
        CyclicBarrier start = new CyclicBarrier(2);
        CompletableFuture<Turn> one = beginOnce(start, both.one, key);
        CompletableFuture<Turn> two = beginOnce(start, both.two, key);
        TurnResult first = end(one.get(60, TimeUnit.SECONDS));
        TurnResult second = end(two.get(60, TimeUnit.SECONDS));
        assertEquals(TurnStatus.COMPLETED, first.status(), first.error() + "");
        assertEquals(first.turnId(), second.turnId());
        assertEquals("answer to write " + key, second.finalText());
      }
      assertEquals(1 + RACES, both.turns().size());
      assertTrue(
          both.turns().stream().allMatch(turn -> prompts(turn).size() == 1), "one prompt in each");
    }
  }

  private static CompletableFuture<Turn> beginOnce(CyclicBarrier start, Host host, String key) {
    return begin(
        start,
        () -> host.session.startTurn(TurnInput.of("write " + key).once(key), TurnListener.NONE));
  }

  @ParameterizedTest
  @EnumSource(names = {"WAIT", "REFUSE"})
  void of_two_turns_that_begin_at_once_one_is_first(TurnAdmission how) throws Exception {
    try (Two both = new Two()) {
      List<String> taken = new ArrayList<>(List.of(FIRST));
      for (int i = 0; i < RACES; i++) {
        List<Turn> turns = race(both, "<race " + i + ">", how);
        for (Turn turn : turns) {
          TurnResult end = turn.await();
          if (end.status() == TurnStatus.COMPLETED) {
            taken.add("<race " + i + "> of " + (turn == turns.get(0) ? "one" : "two"));
          } else {
            assertEquals(TurnError.Kind.REFUSED, end.error().kind());
          }
        }
        assertNotEquals(turns.get(0).turnId(), turns.get(1).turnId());
        assertTrue(turns.stream().allMatch(turn -> turn.origin() == TurnOrigin.HOST), "origins");
        assertTrue(
            turns.stream().anyMatch(turn -> turn.await().status() == TurnStatus.COMPLETED),
            "one is admitted");
      }
      assertTrue(
          both.turns().stream().allMatch(turn -> prompts(turn).size() == 1), "one prompt in each");
      List<String> sent = both.turns().stream().flatMap(turn -> prompts(turn).stream()).toList();
      assertEquals(taken.stream().sorted().toList(), sent.stream().sorted().toList());
    }
  }
}
