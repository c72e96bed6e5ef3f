package dev.talaria.host;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.talaria.base.TalariaException;
import dev.talaria.session.result.ResumeReport;
import dev.talaria.session.result.TurnStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When a conversation opens, keeps, closes and reopens its session; interrupts from outside. */
@Timeout(20)
class ConversationSessionTest {

  private final FakeHost host = new FakeHost();
  private final List<String> opened = new ArrayList<>();

  private CodexConversation in(FakeSession... sessions) {
    return CodexConversation.builder(
            host,
            threadId -> {
              opened.add(threadId);
              return sessions[Math.min(opened.size(), sessions.length) - 1];
            })
        .build();
  }

  @Test
  void the_session_is_opened_with_the_first_turn_and_kept() {
    FakeSession session = FakeSession.echoing();
    try (CodexConversation conversation = in(session)) {
      assertEquals(List.of(), opened);
      assertEquals(Optional.empty(), conversation.threadId());
      host.say(conversation, "one");
      host.say(conversation, "two");
      assertEquals(List.of(""), opened);
      assertEquals(0, session.closed);
      assertEquals(Optional.of("thread-stub-1"), conversation.threadId());
    }
    assertEquals(1, session.closed);
  }

  @Test
  void a_session_to_be_retired_is_kept_and_replaces_its_connection_itself() {
    FakeSession session =
        new FakeSession(
            (input, listener) ->
                FakeSession.done(
                    opened.size() == host.userTurnCount
                        ? FakeSession.failed(TurnStatus.FAILED, "gone", true)
                        : FakeSession.echo("x")));
    try (CodexConversation conversation = in(session)) {
      assertEquals("gone", host.say(conversation, "one").error());
      assertEquals(0, session.closed);
      assertTrue(host.say(conversation, "two").completed());
      assertEquals(List.of(""), opened);
    }
    assertEquals(1, session.closed);
  }

  @Test
  void a_session_that_cannot_replace_its_connection_is_closed_once_and_its_thread_resumed() {
    FakeSession first = FakeSession.ending(FakeSession.neverStarted("gone"));
    FakeSession second = FakeSession.echoing();
    try (CodexConversation conversation = in(first, second)) {
      ConversationResult result = host.say(conversation, "one");
      assertTrue(result.partial());
      assertEquals("gone", result.error());
      assertEquals(1, first.closed);
      assertTrue(host.say(conversation, "two").completed());
      assertEquals(List.of("", "thread-stub-1"), opened);
    }
    assertEquals(List.of(1, 1), List.of(first.closed, second.closed));
  }

  @Test
  void a_failure_of_the_model_keeps_the_session() {
    FakeSession session = FakeSession.ending(FakeSession.failed(TurnStatus.FAILED, "quota", false));
    try (CodexConversation conversation = in(session)) {
      host.say(conversation, "one");
      host.say(conversation, "two");
      assertEquals(1, opened.size());
    }
  }

  @Test
  void an_exception_drops_the_session() {
    FakeSession broken =
        new FakeSession(
            (input, heard) -> CompletableFuture.failedFuture(new TalariaException("no line")));
    try (CodexConversation conversation = in(broken, FakeSession.echoing())) {
      assertEquals("no line", host.say(conversation, "one").error());
      assertEquals(1, broken.closed);
      assertTrue(host.say(conversation, "two").completed());
    }
    assertEquals(1, broken.closed);
  }

  @Test
  void a_session_that_cannot_be_opened_is_a_result_and_the_next_turn_tries_again() {
    AtomicBoolean there = new AtomicBoolean();
    CodexConversation conversation =
        CodexConversation.builder(
                host,
                threadId -> {
                  if (!there.get()) {
                    throw new TalariaException("no codex");
                  }
                  return FakeSession.echoing();
                })
            .build();
    ConversationResult result = host.say(conversation, "one");
    assertEquals("no codex", result.error());
    assertEquals(0, result.apiCalls());
    there.set(true);
    assertTrue(host.say(conversation, "two").completed());
  }

  @Test
  void a_host_that_gives_no_session_is_told() {
    CodexConversation conversation = CodexConversation.builder(host, threadId -> null).build();
    assertEquals("the host provided no session", host.say(conversation, "one").error());
  }

  @Test
  void a_stored_thread_is_gone_on_with_and_not_told_again() {
    CodexConversation conversation =
        CodexConversation.builder(
                host,
                threadId -> {
                  opened.add(threadId);
                  return FakeSession.echoing();
                })
            .resume("thread-stub-1")
            .build();
    host.say(conversation, "one");
    assertEquals(List.of("thread-stub-1"), opened);
    assertEquals(List.of(), host.threads);
  }

  @Test
  void a_session_that_had_to_begin_a_new_thread_tells_the_user_and_the_host() {
    host.display = mock(HostDisplay.class);
    ResumeReport report =
        new ResumeReport("thread-stub-1", "thread-0", "no rollout found", Optional.empty());
    FakeSession session =
        new FakeSession(
            (input, heard) -> {
              heard.onResumed(report);
              return FakeSession.done(FakeSession.echo("x"));
            });
    CodexConversation conversation =
        CodexConversation.builder(host, threadId -> session).resume("thread-0").build();
    host.say(conversation, "one");
    verify(host.display).notice("Codex thread could not be resumed; starting a new one.");
    assertEquals(List.of("thread-stub-1"), host.threads);
  }

  @Test
  void an_interrupt_from_another_thread_ends_the_turn() throws Exception {
    FakeSession session = FakeSession.hanging();
    try (CodexConversation conversation = in(session)) {
      CompletableFuture<ConversationResult> turn =
          CompletableFuture.supplyAsync(() -> host.say(conversation, "one"));
      await().until(() -> session.turns.size() == 1);
      assertTrue(conversation.busy());
      assertTrue(conversation.steer("faster").get());
      conversation.interrupt();
      ConversationResult result = turn.get(60, TimeUnit.SECONDS);
      assertTrue(result.interrupted());
      assertFalse(conversation.busy());
      assertEquals(1, session.turns.get(0).steers().size());
      assertEquals(0, session.closed);
    }
  }

  @Test
  void an_interrupt_while_the_session_is_opened_keeps_the_prompt_back() throws Exception {
    FakeSession session = FakeSession.echoing();
    CountDownLatch opening = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    CodexConversation conversation =
        CodexConversation.builder(
                host,
                threadId -> {
                  opening.countDown();
                  awaitUnchecked(go);
                  return session;
                })
            .build();
    CompletableFuture<ConversationResult> turn =
        CompletableFuture.supplyAsync(() -> host.say(conversation, "one"));
    opening.await();
    assertFalse(conversation.steer("too early").get());
    conversation.interrupt();
    go.countDown();
    ConversationResult result = turn.get(60, TimeUnit.SECONDS);
    assertTrue(result.interrupted());
    assertEquals(0, result.apiCalls());
    assertEquals(List.of(), session.inputs);
    assertTrue(host.say(conversation, "two").completed(), "the interrupt was of that turn only");
  }

  private static void awaitUnchecked(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void an_interrupt_of_the_waiting_thread_interrupts_the_turn() throws Exception {
    FakeSession session = FakeSession.hanging();
    CodexConversation conversation = in(session);
    CompletableFuture<Boolean> flag = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              boolean interrupted = host.say(conversation, "one").interrupted();
              flag.complete(interrupted && Thread.currentThread().isInterrupted());
            });
    caller.start();
    await().until(() -> session.turns.size() == 1);
    caller.interrupt();
    assertTrue(flag.get(60, TimeUnit.SECONDS));
  }

  @Test
  void an_interrupt_without_a_turn_is_forgotten() {
    try (CodexConversation conversation = in(FakeSession.echoing())) {
      conversation.interrupt();
      assertTrue(host.say(conversation, "one").completed());
    }
  }

  @Test
  void one_turn_runs_at_a_time() throws Exception {
    FakeSession session = FakeSession.hanging();
    try (CodexConversation conversation = in(session)) {
      CompletableFuture<ConversationResult> turn =
          CompletableFuture.supplyAsync(() -> host.say(conversation, "one"));
      await().until(conversation::busy);
      assertThrows(IllegalStateException.class, () -> conversation.run("two", false));
      assertTrue(conversation.busy(), "the refused call does not end the other's turn");
      conversation.interrupt();
      turn.get(60, TimeUnit.SECONDS);
    }
  }

  @Test
  void closing_ends_the_turn_and_the_session_once() throws Exception {
    FakeSession session = FakeSession.hanging();
    CodexConversation conversation = in(session);
    CompletableFuture<ConversationResult> turn =
        CompletableFuture.supplyAsync(() -> host.say(conversation, "one"));
    await().until(() -> session.turns.size() == 1);
    conversation.close();
    conversation.close();
    ConversationResult result = turn.get(60, TimeUnit.SECONDS);
    assertTrue(result.interrupted());
    assertEquals("the session was closed while the turn ran", result.error());
    assertEquals(1, session.closed);
    assertThrows(IllegalStateException.class, () -> conversation.run("two", false));
  }

  @Test
  void a_session_that_is_opened_while_the_conversation_is_closed_is_closed_too() {
    FakeSession session = FakeSession.echoing();
    CompletableFuture<CodexConversation> self = new CompletableFuture<>();
    CodexConversation conversation =
        CodexConversation.builder(
                host,
                threadId -> {
                  self.join().close();
                  return session;
                })
            .build();
    self.complete(conversation);
    assertTrue(host.say(conversation, "one").partial());
    assertEquals(1, session.closed);
    assertEquals(List.of(), session.inputs);
  }

  @Test
  void a_runtime_is_not_switched_while_a_turn_runs() throws Exception {
    FakeSession session = FakeSession.hanging();
    RuntimeSwitch.Store store = mock(RuntimeSwitch.Store.class);
    when(store.read()).thenReturn("");
    when(store.name()).thenReturn("host.yaml");
    try (CodexConversation conversation = in(session)) {
      RuntimeSwitch runtime =
          RuntimeSwitch.builder(store, () -> "0.169.0", () -> null)
              .turnRuns(conversation::busy)
              .build();
      CompletableFuture<ConversationResult> turn =
          CompletableFuture.supplyAsync(() -> host.say(conversation, "one"));
      await().until(conversation::busy);
      assertFalse(runtime.apply("on").success());
      await().until(() -> session.turns.size() == 1);
      conversation.interrupt();
      turn.get(60, TimeUnit.SECONDS);
    }
  }
}
