package dev.talaria.host;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.codex.CodexOptions;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.fixtures.model.Usage;
import dev.talaria.protocol.v2.AskForApproval;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.LostChild;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.result.TurnError;
import dev.talaria.transcript.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A host's conversation on the real Codex with a scripted model. */
@Timeout(120)
class RealConversationTest {

  @TempDir Path workspace;

  private final FakeHost host = new FakeHost();
  private final RecordingDisplay screen = new RecordingDisplay();
  private final List<CodexSession> opened = new CopyOnWriteArrayList<>();
  private ScriptedModel model;
  private ScratchCodexHome home;
  private Codex codex;
  private CodexConversation conversation;

  private void start(ModelScript script) throws Exception {
    start(script, options -> options);
  }

  private void start(ModelScript script, UnaryOperator<SessionOptions.Builder> more)
      throws Exception {
    model = ScriptedModel.start(script);
    home = ScratchCodexHome.builder(model.baseUrl()).create();
    codex =
        Codex.launch(
            CodexOptions.builder()
                .executable(PinnedCodex.selected().executable())
                .codexHome(home.path())
                .environment(home.isolatedEnvironment())
                .build());
    host.display = screen;
    conversation = conversation(SessionOpener.of(codex, () -> more.apply(options())));
  }

  private SessionOptions.Builder options() {
    return SessionOptions.builder()
        .cwd(workspace)
        .sandbox(SandboxMode.READ_ONLY)
        .approvalPolicy(AskForApproval.Name.ON_REQUEST)
        .approvals(ApprovalHandler.of(request -> ApprovalDecision.allow()))
        .turnTimeout(Duration.ofSeconds(60));
  }

  private CodexConversation conversation(SessionOpener source) {
    return CodexConversation.builder(
            host,
            threadId -> {
              CodexSession session = source.open(threadId);
              opened.add(session);
              return session;
            })
        .reviews(host.skills)
        .build();
  }

  @AfterEach
  void end() throws Exception {
    conversation.close();
    codex.close();
    model.close();
    home.close();
  }

  private List<String> roles() {
    return host.history.stream().map(Message::role).toList();
  }

  @Test
  void a_turn_with_a_command_is_in_history_books_and_display() throws Exception {
    host.skills = FakeHost.skills(1);
    start(
        ModelScript.builder()
            .reply(
                OutputItem.text("I write it."), OutputItem.escalatedCommand("echo hi > made.txt"))
            .text("Made.")
            .build());
    ConversationResult result = host.say(conversation, "make a file", true);
    assertTrue(result.completed(), result.finalResponse());
    assertEquals("Made.", result.finalResponse());
    assertEquals(List.of("user", "assistant", "assistant", "tool", "assistant"), roles());
    assertEquals("hi\n", Files.readString(workspace.resolve("made.txt")));
    assertEquals(List.of("append", "thread", "usage", "memory", "review"), host.order);
    assertEquals(0, host.skills.count());
    assertEquals(
        new ReviewRequest(host.history, true, List.of("skills"), "codex_responses"),
        host.reviews.get(0));
    assertEquals(220, host.usage.get(0).turn().totalTokens(), "two requests of 110 tokens");
    assertEquals(result.codexThreadId(), host.threads.get(0));
    assertDisplayOf(result);
  }

  @Test
  void a_used_up_quota_names_itself_and_the_host_gives_the_turn_to_another_provider()
      throws Exception {
    start(
        ModelScript.builder()
            .reply(Reply.apiError(429, "usage_limit_reached", "The usage limit has been reached"))
            .reply(Reply.apiError(401, "invalid_api_key", "no such key"))
            .build());
    ConversationResult result = host.say(conversation, "make a file", false);
    assertFalse(result.completed());
    assertTrue(result.quotaExceeded(), result.toString());
    assertEquals(List.of("user"), roles(), "the fallback finds the prompt at the end");
    ConversationResult refused = host.say(conversation, "make a file", false);
    assertEquals(TurnError.Kind.UNAUTHORIZED, refused.errorKind());
    assertFalse(refused.quotaExceeded());
  }

  private void assertDisplayOf(ConversationResult result) {
    List<String> seen =
        screen.events.stream()
            .filter(event -> !event.startsWith("text ") && !event.startsWith("think "))
            .map(event -> event.startsWith("start") ? event.substring(0, 18) : event)
            .toList();
    assertEquals(
        List.of(
            "message I write it. streamed",
            "clear",
            "start exec_command",
            "end exec_command",
            "message Made. streamed",
            "clear"),
        seen);
    assertTrue(screen.started.get(0).preview().contains("echo hi > made.txt"));
    assertTrue(screen.completed.get(0).duration().isPresent());
    Message.Assistant call = (Message.Assistant) result.messages().get(2);
    assertEquals(call.toolCalls().get(0).id(), screen.started.get(0).id());
    assertEquals(call.toolCalls().get(0).id(), screen.completed.get(0).id());
    assertEquals(
        "I write it.Made.",
        screen.events.stream()
            .filter(event -> event.startsWith("text "))
            .map(event -> event.substring(5))
            .reduce("", String::concat));
  }

  @Test
  void a_second_turn_counts_its_own_tokens() throws Exception {
    start(ModelScript.texts("one", "two"));
    host.say(conversation, "a");
    host.say(conversation, "b");
    assertEquals(
        List.of(110L, 110L),
        host.usage.stream().map(record -> record.turn().totalTokens()).toList());
    assertEquals(220, host.usage.get(1).tokens().total().totalTokens());
    assertEquals(List.of("user", "assistant", "user", "assistant"), roles());
    assertEquals(1, host.threads.size());
  }

  @Test
  void the_thread_goes_on_after_its_child_was_killed() throws Exception {
    start(
        ModelScript.builder()
            .reply(OutputItem.escalatedCommand("echo KEPT-OUTPUT"))
            .text("First.")
            .text("Second.")
            .build());
    ConversationResult first = host.say(conversation, "FIRST-PROMPT");
    LostChild.of(opened.get(0));
    ConversationResult second = host.say(conversation, "SECOND-PROMPT");
    assertEquals("Second.", second.finalResponse());
    assertEquals(first.codexThreadId(), second.codexThreadId());
    String request = model.requests().get(2).json();
    for (String earlier : List.of("FIRST-PROMPT", "KEPT-OUTPUT", "First.", "SECOND-PROMPT")) {
      assertTrue(request.contains(earlier), earlier);
    }
    assertEquals(1, host.threads.size());
  }

  @Test
  void a_retired_session_goes_on_with_its_thread_by_itself() throws Exception {
    start(
        ModelScript.builder()
            .when("THIRD-PROMPT")
            .text("Third.")
            .when("STOP-HERE")
            .reply(Reply.of(OutputItem.chunks("half ", "of it ")).hangAfter(4))
            .text("First.")
            .build(),
        options -> options.turnTimeout(Duration.ofSeconds(6)));
    ConversationResult first = host.say(conversation, "FIRST-PROMPT");
    ConversationResult late = host.say(conversation, "STOP-HERE");
    assertTrue(late.partial());
    assertTrue(late.finalResponse().contains(late.error()), late.finalResponse());
    ConversationResult third = host.say(conversation, "THIRD-PROMPT");
    assertEquals("Third.", third.finalResponse());
    assertEquals(first.codexThreadId(), third.codexThreadId());
    assertEquals(1, opened.size());
    assertTrue(model.requests().get(2).json().contains("FIRST-PROMPT"));
    assertEquals(3, host.history.stream().filter(Message.User.class::isInstance).count());
  }

  @Test
  void an_interrupt_ends_the_turn_and_the_next_one_runs() throws Exception {
    start(
        ModelScript.builder()
            .reply(OutputItem.escalatedCommand("sleep 600"))
            .text("Next.")
            .build());
    CompletableFuture<ConversationResult> turn =
        CompletableFuture.supplyAsync(() -> host.say(conversation, "sleep"));
    await().atMost(30, TimeUnit.SECONDS).until(() -> !screen.started.isEmpty());
    conversation.interrupt();
    ConversationResult result = turn.get(30, TimeUnit.SECONDS);
    assertTrue(result.interrupted());
    assertFalse(result.completed());
    assertTrue(
        result
            .finalResponse()
            .startsWith("Codex app-server task interrupted; it did not complete."),
        result.finalResponse());
    assertEquals(List.of(), host.memory);
    assertEquals("Next.", host.say(conversation, "next").finalResponse());
    await().until(() -> screen.completed.size() >= screen.started.size());
  }

  @Test
  void a_failed_call_of_the_model_is_told_and_keeps_the_session() throws Exception {
    start(
        ModelScript.builder()
            .reply(Reply.apiError(400, "invalid_request", "no such model here"))
            .text("Next.")
            .build());
    ConversationResult result = host.say(conversation, "x", true);
    assertTrue(result.partial());
    assertTrue(result.error().contains("no such model here"), result.error());
    assertEquals("Codex app-server task incomplete: " + result.error(), result.finalResponse());
    assertEquals(List.of("user"), roles());
    assertEquals(List.of(), host.reviews);
    assertEquals("Next.", host.say(conversation, "y").finalResponse());
    assertEquals(1, opened.size());
  }

  @Test
  void a_steer_is_a_user_row_behind_the_prompt() throws Exception {
    start(
        ModelScript.builder()
            .reply(Reply.of(OutputItem.escalatedCommand("sleep 1")).delay(Duration.ofSeconds(1)))
            .text("Both.")
            .build());
    CompletableFuture<ConversationResult> turn =
        CompletableFuture.supplyAsync(() -> host.say(conversation, "first"));
    await().atMost(30, TimeUnit.SECONDS).until(() -> !screen.started.isEmpty());
    assertTrue(conversation.steer("and second").get(60, TimeUnit.SECONDS));
    ConversationResult result = turn.get(30, TimeUnit.SECONDS);
    assertEquals("Both.", result.finalResponse());
    List<String> said =
        host.history.stream().filter(Message.User.class::isInstance).map(Message::content).toList();
    assertEquals(List.of("first", "and second"), said);
    assertTrue(model.requests().get(1).json().contains("and second"));
  }

  @Test
  void a_compaction_is_recorded_with_thread_and_turn() throws Exception {
    start(ModelScript.texts("One.", "THE-SUMMARY", "Two."));
    host.say(conversation, "a");
    ConversationResult compacted = conversation.compact();
    assertTrue(compacted.completed(), compacted.finalResponse());
    assertEquals(
        List.of(new CompactionRecord(compacted.codexThreadId(), compacted.codexTurnId(), 1)),
        host.compactions);
    assertEquals("Two.", host.say(conversation, "b").finalResponse());
    assertTrue(model.requests().get(2).json().contains("THE-SUMMARY"));
    assertEquals(List.of("user", "assistant", "user", "assistant"), roles());
    assertEquals(1, host.compactions.size());
  }

  @Test
  void a_compaction_by_codex_itself_is_recorded_in_its_turn() throws Exception {
    start(
        ModelScript.builder()
            .reply(Reply.text("One.").usage(Usage.of(5000, 10)))
            .text("THE-SUMMARY")
            .text("Two.")
            .build(),
        builder -> builder.config("model_auto_compact_token_limit", 1000));
    host.say(conversation, "a");
    ConversationResult second = host.say(conversation, "b");
    assertEquals("Two.", second.finalResponse());
    assertEquals(
        List.of(new CompactionRecord(second.codexThreadId(), second.codexTurnId(), 1)),
        host.compactions);
    assertEquals(List.of("user", "assistant", "user", "assistant"), roles());
  }

  @Test
  void a_thread_that_codex_does_not_have_is_begun_anew_and_told() throws Exception {
    start(ModelScript.texts("One."));
    conversation =
        CodexConversation.builder(host, SessionOpener.of(codex, this::options))
            .resume("01a1fde2-53a3-7f31-8a05-6f35d3a35ad9")
            .build();
    ConversationResult result = host.say(conversation, "a");
    assertEquals("One.", result.finalResponse());
    assertEquals(List.of(result.codexThreadId()), host.threads);
    assertEquals(
        "notice Codex thread could not be resumed; starting a new one.", screen.events.get(0));
  }

  @Test
  void without_a_decision_nothing_runs() throws Exception {
    start(
        ModelScript.builder()
            .reply(OutputItem.escalatedCommand("touch made.txt"))
            .text("Well.")
            .build(),
        options -> options.approvals(ApprovalHandler.of(request -> ApprovalDecision.decline())));
    assertTrue(host.say(conversation, "x").completed());
    assertFalse(Files.exists(workspace.resolve("made.txt")));
    assertTrue(screen.completed.get(0).isError());
  }
}
