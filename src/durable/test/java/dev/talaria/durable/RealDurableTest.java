package dev.talaria.durable;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.approval.ApprovalDecision.Kind;
import dev.talaria.base.TalariaException;
import dev.talaria.fixtures.model.ModelRequest;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.server.CodexServer;
import dev.talaria.server.ServerOptions;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.Turn;
import dev.talaria.session.listener.SessionListener;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import dev.talaria.transcript.Message;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The steps of runs, on the real Codex and with an engine in memory. */
@Timeout(180)
@SuppressWarnings("try")
class RealDurableTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  @TempDir Path workspace;
  private DurableLab lab;

  @AfterEach
  void close() throws Exception {
    if (lab != null) {
      lab.close();
    }
  }

  private void use(DurableLab made) {
    lab = made;
  }

  private static Decision allow(RunState state) {
    return Decision.of(state.pending(), Kind.ALLOW, "ada", NOW);
  }

  @Test
  void a_run_goes_through_its_prompts_and_waits_for_a_decision() throws Exception {
    use(new DurableLab(workspace));
    RunState asked = lab.go(RunState.of(lab.run("say it", "write, asking", "say more").build()));
    assertEquals(RunStatus.WAITING, asked.status());
    assertEquals("", lab.effects());
    assertEquals("command", asked.pending().kind());
    assertTrue(asked.pending().text().contains("echo ran >> ran.txt"), asked.pending().text());
    RunState done = lab.go(asked.decided(allow(asked)));
    assertEquals(RunStatus.COMPLETED, done.status(), done.reason());
    assertEquals("ran\n", lab.effects());
    assertEquals(
        List.of("run#1", "run#2", "run#3"),
        done.turns().stream().map(StepResult.Ended::key).toList());
    assertEquals(1, lab.timesToldToTheModel("write, asking"));
    for (String json : lab.journal) {
      assertTrue(json.getBytes(StandardCharsets.UTF_8).length < 2_000, json);
      assertFalse(json.contains("answer to"), json);
    }
    TurnResult last =
        lab.steps
            .read(new DurableTurn(lab.place(), done.threadId(), "run#3", "say more"))
            .orElseThrow();
    assertEquals("answer to say more", last.finalText());
  }

  @Test
  void a_step_that_is_done_again_finds_its_turn() throws Exception {
    use(new DurableLab(workspace));
    RunState opened = lab.step(RunState.of(lab.run("write, asking").build()));
    StepResult first = lab.act(opened.next(), Progress.NONE);
    assertEquals(first, lab.act(opened.next(), Progress.NONE));
    RunState asked = opened.after(first);
    NextStep answered = asked.decided(allow(asked)).next();
    StepResult end = lab.act(answered, Progress.NONE);
    assertEquals(end, lab.act(answered, Progress.NONE));
    assertEquals(RunStatus.COMPLETED, asked.decided(allow(asked)).after(end).status());
    assertEquals("ran\n", lab.effects());
    assertEquals(1, lab.timesToldToTheModel("write, asking"));
  }

  @Test
  void of_two_workers_that_take_up_one_run_exactly_one_acts() throws Exception {
    use(new DurableLab(workspace));
    RunState opened = lab.step(RunState.of(lab.run("write").build()));
    CompletableFuture<StepResult> other =
        CompletableFuture.supplyAsync(
            () -> lab.steps.follow((NextStep.Follow) opened.next(), Progress.NONE));
    StepResult one = lab.steps.follow((NextStep.Follow) opened.next(), Progress.NONE);
    assertEquals(one, other.get(60, TimeUnit.SECONDS));
    assertEquals("ran\n", lab.effects());
    assertEquals(1, lab.timesToldToTheModel("write"));
  }

  @Test
  void a_turn_that_its_codex_cut_off_is_gone_on_with() throws Exception {
    use(new DurableLab(workspace));
    RunState opened = lab.step(RunState.of(lab.run("write, for long", "say it").build()));
    CompletableFuture<StepResult> followed =
        CompletableFuture.supplyAsync(() -> lab.act(opened.next(), Progress.NONE));
    await().atMost(Duration.ofSeconds(60)).until(() -> lab.effects().equals("ran\n"));
    lab.killCodex();
    StepResult.Ended cut = (StepResult.Ended) followed.get(60, TimeUnit.SECONDS);
    assertTrue(cut.cutOff(), cut.toString());
    assertEquals(TurnStatus.INTERRUPTED, cut.status());
    RunState done = lab.go(opened.after(cut));
    assertEquals(RunStatus.COMPLETED, done.status(), done.reason());
    assertEquals(
        List.of("run#1", "run#1.1", "run#2"),
        done.turns().stream().map(StepResult.Ended::key).toList());
    assertEquals("ran\n", lab.effects());
    assertEquals(1, lab.timesToldToTheModel("write, for long"));
    assertEquals(1, lab.timesToldToTheModel(RunState.goOn("write, for long")));
  }

  /** The model asks for the same command again when it is told to go on. */
  private static Reply asksAgain(ModelRequest request) {
    boolean again = request.latestPrompt().startsWith(RunState.GO_ON);
    return again && !request.hasOutputSincePrompt()
        ? Reply.of(DurableLab.command("write, asking"))
        : DurableLab.reply(request);
  }

  @Test
  void after_a_loss_of_codex_a_person_is_asked_again() throws Exception {
    use(new DurableLab(workspace, RealDurableTest::asksAgain));
    RunState asked = lab.go(RunState.of(lab.run("write, asking").build()));
    Decision decision = allow(asked);
    lab.killCodex();
    RunState again = lab.go(asked.decided(decision));
    assertEquals(RunStatus.WAITING, again.status(), again.reason());
    assertEquals("", lab.effects());
    assertNotEquals(asked.pending().itemId(), again.pending().itemId());
    assertEquals(asked.pending().digest(), again.pending().digest());
    assertThrows(IllegalArgumentException.class, () -> again.decided(decision));
    RunState done = lab.go(again.decided(allow(again)));
    assertEquals(RunStatus.COMPLETED, done.status(), done.reason());
    assertEquals("ran\n", lab.effects());
  }

  @Test
  void on_request_a_decision_holds_for_the_same_after_a_loss_of_codex() throws Exception {
    use(new DurableLab(workspace, RealDurableTest::asksAgain));
    RunRequest request = lab.run("write, asking").afterLoss(AfterLoss.CARRY_SAME).build();
    RunState asked = lab.go(RunState.of(request));
    lab.killCodex();
    RunState done = lab.go(asked.decided(allow(asked)));
    assertEquals(RunStatus.COMPLETED, done.status(), done.reason());
    assertEquals("ran\n", lab.effects());
  }

  @Test
  void a_command_that_runs_on_is_waited_for_and_then_reported() throws Exception {
    use(new DurableLab(workspace));
    TurnSteps steps =
        DurableLab.steps(CodexEndpoints.ofThisMachine(DurableLab.MACHINE, lab.codex))
            .commandWait(Duration.ofMillis(100))
            .build();
    RunState opened = lab.step(RunState.of(lab.run("write, on and on").build()));
    StepResult.Ended end =
        (StepResult.Ended) steps.follow((NextStep.Follow) opened.next(), Progress.NONE);
    assertEquals(TurnStatus.COMPLETED, end.status());
    assertEquals(1, end.running().size());
    assertTrue(end.running().get(0).contains("sleep 60"), end.running().get(0));
    assertTrue(lab.server().isReady());
  }

  @Test
  void a_thread_without_turns_outlives_its_codex() throws Exception {
    use(new DurableLab(workspace));
    RunState opened = lab.step(RunState.of(lab.run("say it").build()));
    lab.killCodex();
    RunState done = lab.go(opened);
    assertEquals(RunStatus.COMPLETED, done.status(), done.reason());
    assertEquals(opened.threadId(), done.threadId());
  }

  @Test
  void a_cancelled_step_interrupts_its_turn() throws Exception {
    use(new DurableLab(workspace));
    RunState opened = lab.step(RunState.of(lab.run("write, for long").build()));
    AtomicBoolean cancel = new AtomicBoolean();
    List<String> beats = new CopyOnWriteArrayList<>();
    CompletableFuture<StepResult> followed =
        CompletableFuture.supplyAsync(
            () ->
                lab.act(
                    opened.next(),
                    (thread, turn) -> {
                      beats.add(thread + " " + turn);
                      return !cancel.get();
                    }));
    await().atMost(Duration.ofSeconds(60)).until(() -> lab.effects().equals("ran\n"));
    cancel.set(true);
    StepResult.Ended end = (StepResult.Ended) followed.get(60, TimeUnit.SECONDS);
    assertEquals(TurnStatus.INTERRUPTED, end.status());
    assertFalse(end.cutOff());
    assertEquals(opened.threadId() + " ", beats.get(0));
    assertEquals(opened.threadId() + " " + end.turnId(), beats.get(beats.size() - 1));
    assertEquals(RunStatus.CANCELLED, opened.cancelled().after(end).status());
  }

  @Test
  void a_step_whose_thread_is_interrupted_leaves_the_turn_to_the_next_one() throws Exception {
    use(new DurableLab(workspace));
    RunState opened = lab.step(RunState.of(lab.run("write, asking later").build()));
    CompletableFuture<Throwable> left = new CompletableFuture<>();
    Thread worker =
        new Thread(
            () -> {
              try {
                lab.act(opened.next(), Progress.NONE);
                left.complete(null);
              } catch (TalariaException e) {
                left.complete(e);
              }
            });
    lab.holdModel();
    worker.start();
    await().atMost(Duration.ofSeconds(60)).until(() -> lab.model.requests().size() == 1);
    worker.interrupt();
    assertTrue(left.get(60, TimeUnit.SECONDS).getMessage().contains("its turn continues"));
    lab.releaseModel();
    RunState asked = lab.go(opened);
    assertEquals(RunStatus.WAITING, asked.status(), asked.reason());
    assertEquals(1, lab.timesToldToTheModel("write, asking later"));
  }

  @Test
  void a_pending_approval_keeps_its_thread_when_codex_unloads_what_nobody_has_open()
      throws Exception {
    use(new DurableLab(workspace));
    CodexServer.start(
        ServerOptions.builder()
            .codex(
                lab.codex.toBuilder()
                    .codexHome(lab.home.path())
                    .config("thread_unload_delay_secs", "1")
                    .build())
            .build());
    RunState idle = lab.go(RunState.of(lab.run("say it").build()));
    RunState asked = lab.go(RunState.of(lab.run("write, asking").build()));
    try (Codex codex =
        CodexEndpoints.ofThisMachine(DurableLab.MACHINE, lab.codex).connect(lab.place())) {
      await().atMost(Duration.ofSeconds(60)).until(() -> !loaded(codex).contains(idle.threadId()));
      assertTrue(loaded(codex).contains(asked.threadId()), loaded(codex).toString());
    }
    RunState done = lab.go(asked.decided(allow(asked)));
    assertEquals(RunStatus.COMPLETED, done.status(), done.reason());
    assertEquals("ran\n", lab.effects());
  }

  private static List<String> loaded(Codex codex) {
    List<String> threads = new ArrayList<>();
    codex
        .call("thread/loaded/list", Map.of(), JsonNode.class, Duration.ofSeconds(30))
        .path("data")
        .forEach(thread -> threads.add(thread.asText()));
    return threads;
  }

  @Test
  void a_turn_that_waits_is_interrupted_from_outside() throws Exception {
    use(new DurableLab(workspace));
    RunState asked = lab.go(RunState.of(lab.run("write, asking").build()));
    DurableTurn turn = new DurableTurn(lab.place(), asked.threadId(), "run#1", "write, asking");
    assertTrue(lab.steps.read(turn).isEmpty());
    lab.steps.interrupt(turn);
    lab.steps.interrupt(turn);
    assertEquals(TurnStatus.INTERRUPTED, lab.steps.read(turn).orElseThrow().status());
    assertEquals("", lab.effects());
  }

  @Test
  void the_whole_text_of_an_approval_is_read_from_codex() throws Exception {
    use(new DurableLab(workspace));
    RunState asked = lab.go(RunState.of(lab.run("write, asking").build()));
    DurableTurn turn = new DurableTurn(lab.place(), asked.threadId(), "run#1", "write, asking");
    String text = lab.steps.approvalText(turn, asked.pending()).orElseThrow();
    assertEquals(asked.pending().whole(), text.equals(asked.pending().text()));
    assertTrue(text.contains("echo ran >> ran.txt"), text);
    RunState done = lab.go(asked.decided(allow(asked)));
    assertEquals(RunStatus.COMPLETED, done.status(), done.reason());
  }

  @Test
  void a_turn_that_another_client_interrupts_is_not_gone_on_with() throws Exception {
    use(new DurableLab(workspace));
    RunState opened = lab.step(RunState.of(lab.run("write, for long").build()));
    CompletableFuture<StepResult> followed =
        CompletableFuture.supplyAsync(() -> lab.act(opened.next(), Progress.NONE));
    await().atMost(Duration.ofSeconds(60)).until(() -> lab.effects().equals("ran\n"));
    CompletableFuture<Turn> seen = new CompletableFuture<>();
    try (Codex codex =
            CodexEndpoints.ofThisMachine(DurableLab.MACHINE, lab.codex).connect(lab.place());
        CodexSession session =
            codex.openSession(
                SessionOptions.builder()
                    .cwd(workspace)
                    .resume(opened.threadId())
                    .listener(
                        new SessionListener() {
                          @Override
                          public TurnListener onTurn(Turn turn) {
                            seen.complete(turn);
                            return TurnListener.NONE;
                          }
                        })
                    .build())) {
      seen.get(60, TimeUnit.SECONDS).interrupt();
      RunState end = opened.after(followed.get(60, TimeUnit.SECONDS));
      assertEquals(RunStatus.INTERRUPTED, end.status());
    }
  }

  @Test
  void a_lost_place_ends_the_run_or_begins_a_new_thread_elsewhere() throws Exception {
    use(new DurableLab(workspace));
    RunState first = lab.go(RunState.of(lab.run("say it").build()));
    ThreadPlace lost = new ThreadPlace("gone", "/nowhere", "/nowhere");
    CodexEndpoints here = CodexEndpoints.ofThisMachine(DurableLab.MACHINE, lab.codex);
    CodexEndpoints endpoints =
        new CodexEndpoints() {
          @Override
          public Codex connect(ThreadPlace place) {
            if (place.equals(lost)) {
              throw new PlaceLostException(place, "it was switched off");
            }
            return here.connect(place);
          }

          @Override
          public ThreadPlace replacement(ThreadPlace gone) {
            return lab.place();
          }
        };
    TurnSteps steps =
        DurableLab.steps(endpoints)
            .history(thread -> List.of(new Message.User("what was said on " + thread)))
            .build();
    NextStep.Follow follow =
        new NextStep.Follow(
            new DurableTurn(lost, "a-thread", "run#1", "say more"),
            List.of(),
            Duration.ofMinutes(1));
    StepResult gone = steps.follow(follow, Progress.NONE);
    RunState stopped =
        RunState.of(lab.run("say more").build())
            .after(new StepResult.Opened(lost, "a-thread"))
            .after(gone);
    assertEquals(RunStatus.THREAD_GONE, stopped.status());
    assertTrue(stopped.reason().contains("it was switched off"), stopped.reason());

    RunState again =
        RunState.of(lab.run("say more").whenThreadGone(WhenThreadGone.NEW_THREAD).build())
            .after(new StepResult.Opened(lost, "01a20000-0000-7000-8000-000000000000"))
            .after(new StepResult.ThreadGone("01a20000-0000-7000-8000-000000000000", "lost"));
    RunState opened = again.after(steps.openThread((NextStep.OpenThread) again.next()));
    assertEquals(lab.place(), opened.place());
    RunState done = lab.go(opened);
    assertEquals(RunStatus.COMPLETED, done.status(), done.reason());
    assertNotEquals(first.threadId(), done.threadId());
    List<ModelRequest> requests = lab.model.requests();
    assertTrue(
        requests.get(requests.size() - 1).json().contains("what was said on 01a20000"),
        "the model knows the history");
  }

  @Test
  void a_place_on_another_machine_is_refused_with_words() throws Exception {
    use(new DurableLab(workspace));
    CodexEndpoints here = CodexEndpoints.ofThisMachine(DurableLab.MACHINE, lab.codex);
    ThreadPlace there = new ThreadPlace("there", "/home/ada/.codex", "/work");
    TalariaException refused = assertThrows(TalariaException.class, () -> here.connect(there));
    assertTrue(refused.getMessage().contains("lives on the machine there"), refused.getMessage());
  }
}
