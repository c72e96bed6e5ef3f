package dev.talaria.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.talaria.protocol.Item;
import dev.talaria.protocol.TokenUsage;
import dev.talaria.protocol.TokenUsage.Counts;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.session.TurnInput;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import dev.talaria.transcript.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a turn leaves in the host's books. */
@Timeout(20)
class CodexConversationTest {

  private final FakeHost host = new FakeHost();
  private FakeSession session = FakeSession.echoing();

  private CodexConversation conversation() {
    return CodexConversation.builder(host, threadId -> session).reviews(host.skills).build();
  }

  private ConversationResult say(String text) {
    return host.say(conversation(), text);
  }

  // --- the result

  @Test
  void a_completed_turn_has_the_shape_of_the_hosts_own() {
    ConversationResult result = say("hello there");
    assertEquals("echo: hello there", result.finalResponse());
    assertTrue(result.completed());
    assertFalse(result.partial());
    assertFalse(result.interrupted());
    assertNull(result.error());
    assertEquals(1, result.apiCalls());
    assertEquals("thread-stub-1", result.codexThreadId());
    assertEquals("turn-stub-1", result.codexTurnId());
    assertNull(result.usage());
  }

  @Test
  void the_rows_follow_the_users_message() {
    List<Message> messages = say("hello").messages();
    assertEquals(4, messages.size());
    assertEquals(new Message.User("hello"), messages.get(0));
    assertEquals(1, count(messages, new Message.Assistant("echo: hello", List.of(), "")));
    assertEquals(1, host.appended.size(), "spliced once");
  }

  @Test
  void a_broken_session_names_the_way_back() {
    session =
        new FakeSession(
            (input, heard) -> {
              throw new IllegalStateException("subprocess died");
            });
    ConversationResult result = say("hello");
    assertFalse(result.completed());
    assertTrue(result.partial());
    assertEquals("subprocess died", result.error());
    assertEquals(
        "Codex app-server turn failed: subprocess died. Fall back to default runtime with"
            + " `/codex-runtime auto`.",
        result.finalResponse());
    assertEquals(0, result.apiCalls());
    assertEquals(List.of(new Message.User("hello")), result.messages());
    assertEquals(1, session.closed);
  }

  @Test
  void an_exception_without_a_message_is_named() {
    session =
        new FakeSession(
            (input, heard) -> {
              throw new ArrayIndexOutOfBoundsException();
            });
    assertEquals("java.lang.ArrayIndexOutOfBoundsException", say("hello").error());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      textBlock =
"""
INTERRUPTED | user interrupted | -    | Codex app-server task incomplete: user interrupted
INTERRUPTED | -                | -    | Codex app-server task interrupted; it did not complete.
FAILED      | no model         | -    | Codex app-server task incomplete: no model
FAILED      | no model         | half | Codex app-server task incomplete: no model~~Last assistant message (not a completion confirmation):~half
INTERRUPTED | -                | half | Codex app-server task interrupted; it did not complete.~~Last assistant message (not a completion confirmation):~half
""")
  void a_turn_that_did_not_complete_says_so(
      TurnStatus status, String error, String text, String response) {
    TurnError reason = error == null ? null : new TurnError(TurnError.Kind.OTHER, error);
    session =
        FakeSession.ending(
            FakeSession.result(status, text == null ? "" : text, List.of(), 0, reason, false));
    ConversationResult result = say("hello");
    assertFalse(result.completed());
    assertTrue(result.partial());
    assertEquals(error, result.error());
    assertEquals(status == TurnStatus.INTERRUPTED, result.interrupted());
    assertEquals(response.replace('~', '\n'), result.finalResponse());
    assertEquals(1, result.apiCalls());
    assertEquals(List.of(), host.reviews);
    assertEquals(List.of(), host.memory);
  }

  @Test
  void a_blank_prompt_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> conversation().run("  ", false));
  }

  // --- the user's message, exactly once

  @Test
  void the_users_message_is_there_once_whether_codex_repeats_it_or_not() {
    say("ping unique 12345");
    assertEquals(1, count(host.history, new Message.User("ping unique 12345")));
    session =
        FakeSession.ending(
            rows(new Message.User("ping unique 67890"), assistant("pong"), assistant("end")));
    say("ping unique 67890");
    assertEquals(1, count(host.history, new Message.User("ping unique 67890")));
  }

  @Test
  void a_steer_stays_in_the_history_even_with_the_same_words() {
    session =
        FakeSession.ending(
            rows(
                new Message.User("go"),
                assistant("a"),
                new Message.User("faster"),
                new Message.User("go"),
                assistant("b")));
    say("go");
    assertEquals(
        List.of("go", "a", "faster", "go", "b"),
        host.history.stream().map(Message::content).toList());
  }

  @Test
  void a_leading_row_of_another_text_stays() {
    session = FakeSession.ending(rows(new Message.User("from a hook"), assistant("a")));
    say("go");
    assertEquals(
        List.of("go", "from a hook", "a"), host.history.stream().map(Message::content).toList());
  }

  @Test
  void the_echo_of_several_parts_is_known() {
    session = FakeSession.ending(rows(new Message.User("look\nclosely"), assistant("I see a cat")));
    host.history.add(new Message.User("look closely [image]"));
    TurnInput input = TurnInput.of("look").image(Path.of("cat.png")).text("closely");
    conversation().run(input, false);
    assertEquals(2, host.history.size());
  }

  // --- counters and reviews

  @Test
  void tool_calls_raise_their_own_counter_only() {
    CodexConversation conversation = conversation();
    host.say(conversation, "one");
    assertEquals(List.of(1, 1, 1), counters());
    host.say(conversation, "two");
    assertEquals(List.of(2, 2, 2), counters());
    assertEquals(1, host.threads.size());
  }

  private List<Integer> counters() {
    return List.of(host.skills.count(), host.userTurnCount, host.turnsSinceMemory);
  }

  @ParameterizedTest
  @CsvSource({
    // interval, iterations, skill tool, memory, waits, skills reviewed, spawned, counter after
    "10,  1, true,  false, false, false, false,  1",
    "10, 10, true,  false, false, true,  true,   0",
    "10,  9, true,  false, false, false, false,  9",
    "10, 25, true,  false, false, true,  true,   0",
    " 1,  1, true,  false, false, true,  true,   0",
    " 0, 50, true,  false, false, false, false, 50",
    "10, 10, false, false, false, false, false, 10",
    "10,  1, true,  true,  false, false, true,   1",
    "10, 10, true,  true,  false, true,  true,   0",
    "10, 10, true,  false, true,  false, false, 10",
    "10, 10, true,  true,  true,  false, true,  10",
  })
  void a_review_is_spawned_when_one_is_due_and_never_before(
      int interval,
      int iterations,
      boolean skillTool,
      boolean reviewMemory,
      boolean waits,
      boolean skills,
      boolean spawned,
      int counter) {
    // a host without the tool that a review of skills needs wants none
    host.skills = FakeHost.skills(skillTool ? interval : 0);
    host.nextMessageWaits = waits;
    session = FakeSession.ending(FakeSession.echo("x", iterations));
    ConversationResult result = host.say(conversation(), "x", reviewMemory);
    assertEquals(counter, host.skills.count());
    List<ReviewRequest> expected =
        spawned
            ? List.of(
                new ReviewRequest(
                    result.messages(),
                    reviewMemory,
                    skills ? List.of("skills") : List.of(),
                    "codex_responses"))
            : List.of();
    assertEquals(expected, host.reviews);
  }

  @Test
  void a_review_is_due_after_many_turns_too() {
    CodexConversation conversation = conversation();
    for (int turn = 1; turn <= 21; turn++) {
      host.say(conversation, "turn " + turn);
      assertEquals(turn / 10, host.reviews.size());
    }
    assertEquals(1, host.skills.count());
  }

  @Test
  void a_call_of_a_tool_that_resets_a_cadence_begins_its_count_anew() {
    String own = "{'type':'mcpToolCall','id':'%s','server':'talaria-tools','tool':'skill_manage'}";
    String others = own.replace("talaria-tools", "theirs");
    ReviewCadence turns = ReviewCadence.everyTurns("turns", 3);
    for (String item : List.of(others, own, others)) {
      session =
          new FakeSession(
              (input, listener) -> {
                listener.onItemCompleted(item(String.format(item, "i" + host.userTurnCount)));
                return FakeSession.done(FakeSession.echo("x", 2));
              });
      host.say(
          CodexConversation.builder(host, threadId -> session).reviews(host.skills, turns).build(),
          "x");
    }
    assertEquals(2, host.skills.count(), "2, 0 by the host's own tool, 2");
    assertEquals(0, turns.count());
    assertEquals(List.of("turns"), host.reviews.get(0).due());
    assertEquals(1, host.reviews.size());
  }

  @Test
  void a_turn_that_failed_or_said_nothing_is_not_reviewed() {
    host.skills = FakeHost.skills(1);
    for (TurnResult result :
        List.of(
            FakeSession.result(
                TurnStatus.FAILED,
                "half",
                List.of(),
                5,
                new TurnError(TurnError.Kind.OTHER, "no"),
                false),
            FakeSession.result(TurnStatus.INTERRUPTED, "half", List.of(), 5, null, false),
            FakeSession.result(TurnStatus.COMPLETED, "", List.of(), 5, null, false))) {
      session = FakeSession.ending(result);
      host.say(conversation(), "x", true);
      assertEquals(List.of(), host.reviews);
      assertEquals(0, host.skills.count(), "the count begins again when it was due");
    }
  }

  @Test
  void the_snapshot_of_a_review_does_not_change_any_more() {
    host.say(conversation(), "x", true);
    int size = host.reviews.get(0).messagesSnapshot().size();
    host.history.clear();
    assertEquals(size, host.reviews.get(0).messagesSnapshot().size());
  }

  @Test
  void a_host_on_another_api_keeps_it_for_its_reviews() {
    host.apiMode = "chat_completions";
    host.say(conversation(), "x", true);
    assertEquals("chat_completions", host.reviews.get(0).apiMode());
  }

  // --- memory, usage, compaction

  @Test
  void an_external_memory_gets_the_rows_and_the_whole_history() {
    ConversationResult result = say("remember");
    FinishedTurn turn = host.memory.get(0);
    assertEquals(
        new FinishedTurn("remember", "echo: remember", host.appended.get(0), result.messages()),
        turn);
    assertEquals(List.of("append", "thread", "memory"), host.order);
  }

  private static TokenUsage usage(long last, long total) {
    return new TokenUsage(
        new Counts(last, last, 0, 0, 0), new Counts(total, total, 0, 0, 0), 1000L);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void the_tokens_of_a_turn_are_recorded_once_and_without_those_of_the_turns_before(boolean stale) {
    session =
        new FakeSession(
            (input, heard) -> {
              if (stale) {
                heard.onUsage(usage(500, 1000));
              }
              heard.onItemCompleted(item("{'type':'agentMessage','id':'m','text':'t'}"));
              heard.onUsage(usage(100, 1100));
              heard.onUsage(usage(30, 1130));
              return FakeSession.done(withUsage(usage(30, 1130), false));
            });
    ConversationResult result = say("x");
    assertEquals(usage(30, 1130), result.usage());
    UsageRecord record = host.usage.get(0);
    assertEquals(130, record.turn().totalTokens());
    assertEquals(130, record.turn().inputTokens());
    assertEquals("gpt-stub", record.model());
    assertEquals(
        List.of("thread-stub-1", "turn-stub-1"), List.of(record.threadId(), record.turnId()));
    assertEquals(1, host.usage.size());
  }

  @Test
  void each_turn_of_a_thread_has_what_was_added_also_when_codex_begins_to_count_again() {
    List<TokenUsage> told = List.of(usage(100, 100), usage(30, 180), usage(20, 20));
    session =
        new FakeSession(
            (input, heard) -> FakeSession.done(withUsage(told.get(host.usage.size()), false)));
    CodexConversation conversation = conversation();
    for (int turn = 0; turn < told.size(); turn++) {
      host.say(conversation, "x");
    }
    assertEquals(
        List.of(100L, 80L, 20L),
        host.usage.stream().map(record -> record.turn().totalTokens()).toList());
  }

  @Test
  void tokens_that_were_only_told_at_the_end_count_too() {
    session = FakeSession.ending(withUsage(usage(30, 1130), false));
    say("x");
    assertEquals(30, host.usage.get(0).turn().totalTokens());
  }

  @Test
  void each_compaction_is_recorded_once_with_its_number() {
    Item first = item("{'type':'contextCompaction','id':'c1'}");
    Item second = item("{'type':'contextCompaction','id':'c2'}");
    session =
        new FakeSession(
            (input, heard) -> {
              heard.onItemCompleted(first);
              heard.onItemCompleted(first);
              heard.onItemCompleted(second);
              return FakeSession.done(withUsage(null, true));
            });
    CodexConversation conversation = conversation();
    host.say(conversation, "x");
    host.say(conversation, "y");
    List<CompactionRecord> expected = new ArrayList<>();
    for (int number = 1; number <= 4; number++) {
      expected.add(new CompactionRecord("thread-stub-1", "turn-stub-1", number));
    }
    assertEquals(expected, host.compactions);
  }

  @Test
  void a_compaction_on_request_is_recorded_and_reviewed_by_nobody() {
    host.skills = FakeHost.skills(1);
    host.skills.count(5);
    session = FakeSession.ending(withUsage(usage(10, 10), true));
    ConversationResult result = conversation().compact();
    assertTrue(result.completed());
    assertEquals(1, host.compactions.size());
    assertEquals(1, host.usage.size());
    assertEquals(List.of(), host.reviews);
    assertEquals(List.of(), host.memory);
    assertEquals(5, host.skills.count());
  }

  // --- a host that fails

  @Test
  void side_accounts_that_fail_do_not_take_the_result_away() {
    HostAgent broken = mock(HostAgent.class);
    when(broken.history()).thenReturn(List.of(new Message.User("x")));
    when(broken.apiMode()).thenReturn("codex_app_server");
    when(broken.display()).thenThrow(new IllegalStateException("no display"));
    doThrow(new IllegalStateException("no disk")).when(broken).threadChanged(any());
    doThrow(new IllegalStateException("no books")).when(broken).recordUsage(any());
    doThrow(new IllegalStateException("no books")).when(broken).recordCompaction(any());
    doThrow(new IllegalStateException("no memory")).when(broken).syncMemory(any());
    doThrow(new IllegalStateException("no review")).when(broken).spawnReview(any());
    session = FakeSession.ending(withUsage(usage(1, 1), true));
    ConversationResult result =
        CodexConversation.builder(broken, id -> session).build().run("x", true);
    assertTrue(result.completed());
    verify(broken).spawnReview(any());
    verify(broken).recordCompaction(any());
  }

  @Test
  void rows_that_cannot_be_stored_are_the_callers_to_know() {
    HostAgent broken = mock(HostAgent.class);
    doThrow(new IllegalStateException("disk full")).when(broken).append(any());
    try (CodexConversation conversation =
        CodexConversation.builder(broken, id -> session).build()) {
      assertThrows(IllegalStateException.class, () -> conversation.run("x", true));
      assertFalse(conversation.busy());
      verify(broken, never()).threadChanged(any());
    }
  }

  // --- where the session works

  @Test
  void the_directory_of_the_session_goes_first(@TempDir Path folder) {
    String there = folder.toString();
    Path here = Path.of("").toAbsolutePath();
    Map<String, String> variable = Map.of("TERMINAL_CWD", there);
    String other = folder.getParent().toString();
    assertEquals(folder.getParent(), WorkingDirectory.choose(other, variable));
    assertEquals(folder, WorkingDirectory.choose("", variable));
    assertEquals(here, WorkingDirectory.choose("", Map.of()));
    assertEquals(folder, WorkingDirectory.choose(there + "/gone", variable));
    assertEquals(folder, WorkingDirectory.choose("\0", variable));
    assertEquals(here, WorkingDirectory.choose("", Map.of("TERMINAL_CWD", there + "/gone")));
  }

  // --- what a turn may come to

  private static TurnResult rows(Message... rows) {
    return FakeSession.result(TurnStatus.COMPLETED, "end", List.of(rows), 0, null, false);
  }

  private static TurnResult withUsage(TokenUsage usage, boolean compacted) {
    return new TurnResult(
        FakeSession.THREAD,
        FakeSession.TURN,
        TurnStatus.COMPLETED,
        "done",
        List.of(assistant("done")),
        0,
        null,
        usage,
        "",
        List.of(),
        compacted,
        List.of(),
        false,
        Duration.ofMillis(1));
  }

  private static Message assistant(String text) {
    return new Message.Assistant(text, List.of(), "");
  }

  private static Item item(String json) {
    try {
      return Item.of(WireJson.mapper().readTree(json.replace('\'', '"')));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static long count(List<Message> rows, Message row) {
    return rows.stream().filter(row::equals).count();
  }

  @ParameterizedTest
  @EnumSource(TurnError.Kind.class)
  void only_a_quota_lets_another_provider_take_the_turn(TurnError.Kind kind) {
    for (boolean interrupted : new boolean[] {false, true}) {
      TurnResult turn =
          new TurnResult(
              "t",
              "u",
              interrupted ? TurnStatus.INTERRUPTED : TurnStatus.FAILED,
              "",
              List.of(),
              0,
              new TurnError(kind, "no"),
              null,
              "",
              List.of(),
              interrupted,
              List.of(),
              false,
              Duration.ZERO);
      ConversationResult result = ConversationResult.of(turn, List.of());
      assertEquals(kind, result.errorKind());
      boolean quota = kind == TurnError.Kind.USAGE_LIMIT || kind == TurnError.Kind.RATE_LIMIT;
      assertEquals(quota && !interrupted, result.quotaExceeded());
    }
  }
}
