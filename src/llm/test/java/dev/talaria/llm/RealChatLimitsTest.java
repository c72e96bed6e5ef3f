package dev.talaria.llm;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.llm.ratelimit.PauseProbe;
import dev.talaria.llm.ratelimit.RateLimitGovernor;
import dev.talaria.llm.ratelimit.RateLimitSettings;
import dev.talaria.llm.ratelimit.RateLimitState;
import dev.talaria.protocol.InputPart;
import dev.talaria.transcript.ToolCall;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a governor makes of the limits that chat calls meet on the real Codex. */
@Timeout(120)
class RealChatLimitsTest {

  private static final Reply REFUSED = Reply.apiError(429, "rate_limit_exceeded", "slow down");

  @TempDir Path workspace;

  private static ChatEntry.User user(String text) {
    return new ChatEntry.User(List.of(new InputPart.Text(text)));
  }

  private static ChatCall.Builder asking(List<ChatEntry> rows) {
    return ChatCall.builder(rows)
        .tool(
            "weather",
            "Tells the weather.",
            JsonNodeFactory.instance.objectNode().put("type", "object"));
  }

  private static RateLimitGovernor governor(Duration wait) {
    return RateLimitGovernor.of(
        new RateLimitSettings(
            true, 0.8, 1, Optional.empty(), new RateLimitSettings.Retry(3, wait, wait, false)),
        4);
  }

  @Test
  void a_refused_call_is_tried_again_after_the_wait_of_all_calls() {
    RateLimitGovernor governor = governor(Duration.ofMillis(50));
    List<RateLimitState> states = new CopyOnWriteArrayList<>();
    governor.subscribe(states::add);
    ModelScript script = ModelScript.builder().reply(REFUSED).text("at last").build();
    try (ChatLab lab = new ChatLab(workspace, script);
        ChatCalls calls = lab.calls().governor(governor).build()) {
      assertEquals("at last", calls.reply(asking(List.of(user("go"))).build()).text());
      assertEquals(2, lab.model.requests().size());
      assertEquals(List.of("user: go"), lab.heard(1));
      await().untilAsserted(() -> assertEquals(0, calls.openTurns()));
    }
    RealRateLimitTest.assertWaitedOnceAndRecovered(states);
  }

  @Test
  void a_call_that_is_refused_behind_its_tools_goes_on_with_their_results() {
    ModelScript script =
        ModelScript.builder()
            .reply(OutputItem.call("weather", Map.of("city", "Bonn")))
            .reply(REFUSED)
            .text("Sunny.")
            .build();
    try (ChatLab lab = new ChatLab(workspace, script);
        ChatCalls calls = lab.calls().governor(governor(Duration.ofMillis(50))).build()) {
      ChatEntry.User question = user("weather in Bonn?");
      ToolCall call = calls.reply(asking(List.of(question)).build()).toolCalls().get(0);
      ChatReply reply =
          calls.reply(
              asking(
                      List.of(
                          question,
                          new ChatEntry.Assistant("", List.of(call)),
                          new ChatEntry.Result(call.id(), call.name(), "sun", false)))
                  .build());
      assertEquals("Sunny.", reply.text());
      assertEquals(List.of(), reply.toolCalls());
      assertEquals(3, lab.model.requests().size());
      assertTrue(lab.heard(2).contains("result: sun"), lab.heard(2).toString());
    }
  }

  private static void assertRefused(ChatCalls calls) {
    LlmException failure =
        assertThrows(LlmException.class, () -> calls.reply(asking(List.of(user("go"))).build()));
    assertEquals(LlmException.Kind.RATE_LIMIT, failure.kind());
  }

  @Test
  void the_attempts_have_an_end() {
    ModelScript script =
        ModelScript.builder().reply(REFUSED).reply(REFUSED).reply(REFUSED).text("too late").build();
    try (ChatLab lab = new ChatLab(workspace, script);
        ChatCalls calls = lab.calls().governor(governor(Duration.ofMillis(50))).build()) {
      assertRefused(calls);
      assertEquals(3, lab.model.requests().size());
    }
  }

  @Test
  void without_a_governor_nothing_is_tried_again() {
    try (ChatLab lab =
            new ChatLab(
                workspace, ModelScript.builder().reply(REFUSED).text("not reached").build());
        ChatCalls calls = lab.calls().build()) {
      assertRefused(calls);
      assertEquals(1, lab.model.requests().size());
    }
  }

  @Test
  void a_text_that_somebody_has_heard_is_not_told_twice() {
    RateLimitGovernor governor = governor(Duration.ofMinutes(10));
    ModelScript script =
        ModelScript.builder()
            .reply(
                Reply.failed(
                    "rate_limit_exceeded",
                    "Rate limit reached. Please try again in 1.5s.",
                    OutputItem.chunks("One ")))
            .text("not reached")
            .build();
    try (ChatLab lab = new ChatLab(workspace, script);
        ChatCalls calls = lab.calls().governor(governor).build()) {
      List<String> pieces = new CopyOnWriteArrayList<>();
      CompletableFuture<ChatReply> call =
          calls.call(asking(List.of(user("count"))).build(), pieces::add);
      ExecutionException failed =
          assertThrows(ExecutionException.class, () -> call.get(60, TimeUnit.SECONDS));
      assertEquals(
          LlmException.Kind.RATE_LIMIT,
          assertInstanceOf(LlmException.class, failed.getCause()).kind());
      assertEquals(List.of("One "), pieces);
      assertEquals(1, lab.model.requests().size());
      assertEquals(1, governor.currentLimit());
    }
  }

  @Test
  void a_call_that_waits_can_be_cancelled_and_ends_with_its_owner() {
    RateLimitGovernor governor = governor(Duration.ofMinutes(10));
    ModelScript script = ModelScript.builder().reply(REFUSED).text("not reached").build();
    try (ChatLab lab = new ChatLab(workspace, script)) {
      ChatCalls calls = lab.calls().governor(governor).build();
      CompletableFuture<ChatReply> refused =
          calls.call(asking(List.of(user("one"))).build(), piece -> {});
      await().until(() -> PauseProbe.waiting(governor) == 1);
      CompletableFuture<ChatReply> behind =
          calls.call(asking(List.of(user("two"))).build(), piece -> {});
      await().until(() -> PauseProbe.waiting(governor) == 2);
      refused.cancel(true);
      await().until(() -> PauseProbe.waiting(governor) == 1);
      calls.close();
      assertThrows(CancellationException.class, () -> behind.get(60, TimeUnit.SECONDS));
      await().until(() -> PauseProbe.waiting(governor) == 0);
      assertEquals(1, lab.model.requests().size());
      assertEquals(0, calls.openTurns());
    }
  }
}
