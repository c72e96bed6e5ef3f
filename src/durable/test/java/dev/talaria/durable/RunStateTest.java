package dev.talaria.durable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalDecision.Kind;
import dev.talaria.session.result.TurnStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunStateTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final ThreadPlace PLACE = new ThreadPlace("here", "/home", "/work");

  private static RunRequest.Builder run() {
    return RunRequest.builder("run", PLACE).prompt("one").prompt("two");
  }

  private static RunState opened(RunRequest request) {
    return RunState.of(request).after(new StepResult.Opened(PLACE, "thread"));
  }

  private static StepResult.Ended ended(RunState of, TurnStatus status, boolean cutOff) {
    String key = ((NextStep.Follow) of.next()).turn().key();
    return new StepResult.Ended(key, "turn", status, cutOff, "", "why", List.of());
  }

  private static RunState cutOff(RunState state) {
    return state.after(ended(state, TurnStatus.INTERRUPTED, true));
  }

  private static PendingApproval approval(String item) {
    return new PendingApproval(item, "digest", "thread", "turn", "command", "rm -r /", true);
  }

  private static DurableTurn turn(RunState state) {
    return assertInstanceOf(NextStep.Follow.class, state.next()).turn();
  }

  @Test
  void it_opens_a_thread_and_follows_the_prompts_one_after_the_other() {
    RunState state = RunState.of(run().build());
    assertEquals(new NextStep.OpenThread(PLACE, "run", ""), state.next());
    state = opened(run().build());
    assertEquals(new DurableTurn(PLACE, "thread", "run#1", "one"), turn(state));
    state = state.after(ended(state, TurnStatus.COMPLETED, false));
    assertEquals(new DurableTurn(PLACE, "thread", "run#2", "two"), turn(state));
    state = state.after(ended(state, TurnStatus.COMPLETED, false));
    RunResult result = assertInstanceOf(NextStep.Done.class, state.next()).result();
    assertEquals(RunStatus.COMPLETED, result.status());
    assertEquals(2, result.turns().size());
  }

  @Test
  void a_turn_that_fails_or_that_somebody_interrupts_ends_the_run() {
    RunState state = opened(run().build());
    assertEquals(RunStatus.FAILED, state.after(ended(state, TurnStatus.FAILED, false)).status());
    assertEquals(
        RunStatus.INTERRUPTED, state.after(ended(state, TurnStatus.INTERRUPTED, false)).status());
  }

  @Test
  void a_cut_off_turn_is_gone_on_with_under_another_key_but_not_for_ever() {
    RunState state = cutOff(opened(run().mostContinuations(2).build()));
    assertEquals(new DurableTurn(PLACE, "thread", "run#1.1", RunState.goOn("one")), turn(state));
    state = cutOff(state);
    assertEquals("run#1.2", turn(state).key());
    RunState over = cutOff(state);
    assertEquals(RunStatus.FAILED, over.status());
    assertTrue(over.reason().contains("cut off 3 times"), over.reason());
    RunState next = state.after(ended(state, TurnStatus.COMPLETED, false));
    assertEquals("run#2", turn(next).key());
    assertEquals(RunStatus.RUNNING, cutOff(cutOff(next)).status(), "counted for each prompt");
  }

  @Test
  void a_decision_is_for_the_approval_that_is_pending() {
    RunState asked = opened(run().build()).after(new StepResult.Asked(approval("item")));
    assertEquals(
        new NextStep.AwaitDecision(approval("item"), run().build().approvalLimit()), asked.next());
    Decision decision = Decision.of(approval("item"), Kind.ALLOW, "ada", NOW);
    assertThrows(
        IllegalArgumentException.class,
        () -> asked.decided(Decision.of(approval("other"), Kind.ALLOW, "ada", NOW)));
    assertThrows(IllegalArgumentException.class, () -> asked.decided(decision.carried()));
    RunState decided = asked.decided(decision);
    assertEquals(List.of(decision), ((NextStep.Follow) decided.next()).decisions());
    assertThrows(IllegalArgumentException.class, () -> decided.decided(decision));
  }

  @Test
  void an_approval_that_is_pending_for_too_long_is_declined() {
    RunState asked = opened(run().build()).after(new StepResult.Asked(approval("item")));
    Decision decision = ((NextStep.Follow) asked.expired(NOW).next()).decisions().get(0);
    assertEquals(ApprovalDecision.decline(), decision.decision());
  }

  @Test
  void after_a_loss_of_codex_a_decision_is_worth_what_the_run_says() {
    Decision decision = Decision.of(approval("item"), Kind.ALLOW, "ada", NOW);
    RunState again =
        cutOff(
            opened(run().build()).after(new StepResult.Asked(approval("item"))).decided(decision));
    assertEquals(List.of(), ((NextStep.Follow) again.next()).decisions());
    RunState same =
        cutOff(
            opened(run().afterLoss(AfterLoss.CARRY_SAME).build())
                .after(new StepResult.Asked(approval("item")))
                .decided(decision));
    Decision carried = ((NextStep.Follow) same.next()).decisions().get(0);
    assertTrue(approval("a new item").isMeantBy(carried));
  }

  @Test
  void a_lost_thread_ends_the_run_or_is_replaced_a_few_times() {
    StepResult gone = new StepResult.ThreadGone("thread", "why");
    assertEquals(RunStatus.THREAD_GONE, opened(run().build()).after(gone).status());
    RunState state =
        cutOff(opened(run().whenThreadGone(WhenThreadGone.NEW_THREAD).mostContinuations(2).build()))
            .after(gone);
    assertEquals(new NextStep.OpenThread(PLACE, "run", "thread"), state.next());
    state = state.after(new StepResult.Opened(PLACE, "new"));
    assertEquals(new DurableTurn(PLACE, "new", "run#1", "one"), turn(state));
    assertEquals(RunStatus.THREAD_GONE, state.after(gone).status());
  }

  @Test
  void a_thread_in_which_nothing_was_said_is_replaced_before_the_first_turn_has_ended() {
    StepResult bare = new StepResult.ThreadGone("thread", "why", true);
    RunState first = opened(run().build());
    assertEquals(new NextStep.OpenThread(PLACE, "run", "thread"), first.after(bare).next());
    RunState second = first.after(ended(first, TurnStatus.COMPLETED, false));
    assertEquals(RunStatus.THREAD_GONE, second.after(bare).status());
  }

  @Test
  void a_decision_does_not_go_to_another_thread_by_itself() {
    RunState decided =
        opened(run().whenThreadGone(WhenThreadGone.NEW_THREAD).build())
            .after(new StepResult.Asked(approval("")))
            .decided(Decision.of(approval(""), Kind.ALLOW, "ada", NOW));
    RunState another =
        decided
            .after(new StepResult.ThreadGone("thread", "why"))
            .after(new StepResult.Opened(PLACE, "new"));
    assertEquals(List.of(), ((NextStep.Follow) another.next()).decisions());
  }

  @Test
  void a_cancelled_run_stays_cancelled() {
    RunState state = opened(run().build()).cancelled();
    assertEquals(RunStatus.CANCELLED, state.status());
    assertSame(state, state.after(new StepResult.Asked(approval("item"))));
    assertSame(state, state.cancelled());
    assertEquals("its turn goes on", opened(run().build()).cancelled("its turn goes on").reason());
  }

  @Test
  void a_run_whose_turn_has_reported_its_interruption_can_still_be_cancelled() {
    RunState state = opened(run().build());
    state = state.after(ended(state, TurnStatus.INTERRUPTED, false)).cancelled();
    assertEquals(RunStatus.CANCELLED, state.status());
    assertEquals(1, state.turns().size());
    RunState failed = opened(run().build());
    failed = failed.after(ended(failed, TurnStatus.FAILED, false));
    assertSame(failed, failed.cancelled());
  }

  @Test
  void a_run_names_the_turn_that_it_has_come_to_also_while_it_waits_and_when_it_has_ended() {
    assertTrue(RunState.of(run().build()).turn().isEmpty());
    RunState state = opened(run().build()).after(new StepResult.Asked(approval("item")));
    assertEquals("run#1", state.turn().orElseThrow().key());
    assertEquals("run#1", state.cancelled().turn().orElseThrow().key());
  }

  @Test
  void a_request_that_cannot_be_done_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> RunRequest.builder("run", PLACE).build());
    assertThrows(IllegalArgumentException.class, () -> run().prompt(" ").build());
    assertThrows(
        IllegalArgumentException.class,
        () -> RunRequest.builder("k".repeat(101), PLACE).prompt("one").build());
    assertThrows(IllegalArgumentException.class, () -> new ThreadPlace("", "/home", "/work"));
    assertThrows(IllegalArgumentException.class, () -> new ThreadPlace("here", "home", "/work"));
  }

  @Test
  void answers_of_a_form_are_kept_and_what_is_no_form_declines() {
    Decision form = new Decision("item", "digest", Kind.ALLOW, "{\"name\":\"x\"}", "ada", NOW);
    assertEquals("x", form.decision().content().path("name").asText());
    assertTrue(!form.toString().contains("name"), form.toString());
    Decision broken = new Decision("item", "digest", Kind.ALLOW, "{\"name", "ada", NOW);
    assertEquals(ApprovalDecision.decline(), broken.decision());
  }

  @Test
  void the_largest_result_is_as_small_as_it_says() throws Exception {
    String worst = "\u0001".repeat(PendingApproval.MOST_TEXT);
    String id = "\u0001".repeat(200);
    StepResult asked =
        new StepResult.Asked(
            new PendingApproval(id, Words.digest(""), id, id, "command", worst, false));
    StepResult ended =
        new StepResult.Ended(
            "\u0001".repeat(120),
            id,
            TurnStatus.FAILED,
            false,
            "other",
            "\u0001".repeat(StepResult.Ended.MOST_ERROR),
            Collections.nCopies(
                StepResult.Ended.MOST_RUNNING, "\u0001".repeat(StepResult.Ended.MOST_COMMAND)));
    JsonMapper json = JsonMapper.builder().build();
    for (StepResult result : List.of(asked, ended)) {
      String text = json.writerFor(StepResult.class).writeValueAsString(result);
      assertTrue(
          text.getBytes(StandardCharsets.UTF_8).length < StepResult.MOST_BYTES, text.length() + "");
      assertEquals(result, json.readValue(text, StepResult.class));
    }
  }

  @Test
  void decisions_with_long_answers_do_not_pile_up_in_what_an_engine_keeps() throws Exception {
    RunState state = opened(run().build());
    String answers = "{\"answer\":\"" + "x".repeat(Decision.MOST_CONTENT - 20) + "\"}";
    for (int i = 0; i < 10; i++) {
      PendingApproval asked = approval("item" + i);
      state =
          state
              .after(new StepResult.Asked(asked))
              .decided(
                  new Decision(asked.itemId(), asked.digest(), Kind.ALLOW, answers, "ada", NOW));
    }
    assertEquals(List.of("item9"), state.decisions().stream().map(Decision::itemId).toList());
    NextStep.Follow next = assertInstanceOf(NextStep.Follow.class, state.next());
    String kept = JsonMapper.builder().build().writeValueAsString(next.decisions());
    assertTrue(kept.length() < StepResult.MOST_BYTES, kept.length() + "");
  }
}
