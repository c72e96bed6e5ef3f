package dev.talaria.llm;

import static dev.talaria.llm.LlmLab.get;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.tools.HostTool;
import dev.talaria.tools.ToolResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Cancelled calls on the real Codex: how soon they end, and what is left of them. */
@Timeout(180)
class RealCancellationTest {

  private static final Reply HANGING = Reply.of(OutputItem.chunks("a ", "b ")).hangAfter(5);

  @TempDir Path workspace;

  @Test
  void a_call_that_was_cancelled_before_it_starts_starts_nothing() {
    GovernorProbe governor = new GovernorProbe(6, true);
    CancellationToken token = CancellationToken.create();
    token.cancel();
    try (LlmLab lab =
        new LlmLab(
            workspace,
            ModelScript.texts("never"),
            config -> config,
            runtime -> runtime.pacing(governor))) {
      CompletableFuture<String> call =
          lab.llm.generateText(TextRequest.builder("hi").cancellation(token).build());
      assertThrows(CancellationException.class, () -> get(call));
      await().until(() -> lab.llm.openCalls() == 0);
      assertEquals(List.of(), governor.waited);
      assertEquals(0, lab.model.requests().size());
    }
  }

  @Test
  void a_call_that_waits_for_the_governor_ends_with_the_cancellation_itself() {
    GovernorProbe governor = new GovernorProbe(6, true);
    governor.paused = true;
    try (LlmLab lab =
        new LlmLab(
            workspace,
            ModelScript.texts("never"),
            config -> config,
            runtime -> runtime.pacing(governor))) {
      CancellationToken token = CancellationToken.create();
      CompletableFuture<String> call =
          lab.llm.generateText(TextRequest.builder("hi").cancellation(token).build());
      await().until(() -> governor.waited.size() == 1);
      assertFalse(call.isDone());
      token.cancel();
      assertTrue(call.isDone());
      await().until(() -> lab.llm.openCalls() == 0);
      assertEquals(0, token.listening());
      assertEquals(0, lab.model.requests().size());
    }
  }

  @Test
  void cancelling_the_future_interrupts_the_turn_and_the_tool_that_runs() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CompletableFuture<String> tool = new CompletableFuture<>();
    HostTool slow =
        HostTool.builder("slow_tool")
            .description("Takes its time.")
            .run(
                call -> {
                  running.countDown();
                  try {
                    new CountDownLatch(1).await();
                  } catch (InterruptedException e) {
                    tool.complete("interrupted");
                    throw e;
                  }
                  return ToolResult.of("");
                })
            .build();
    ModelScript script =
        ModelScript.builder().reply(OutputItem.call("slow_tool", Map.of())).text("never").build();
    try (LlmLab lab = new LlmLab(workspace, script)) {
      CompletableFuture<LoopResult> call =
          lab.llm.runAgentLoop(LoopRequest.builder("go").tools(List.of(slow)).build());
      assertTrue(running.await(30, TimeUnit.SECONDS));
      call.cancel(true);
      assertEquals("interrupted", tool.get(60, TimeUnit.SECONDS));
      await().until(() -> lab.llm.openCalls() == 0);
      assertEquals(1, lab.model.requests().size());
    }
  }

  @Test
  void a_hundred_calls_that_are_cancelled_at_random_moments_leave_nothing() throws Exception {
    Set<Thread> earlier = Thread.getAllStackTraces().keySet();
    Random random = new Random(8);
    ModelScript script = ModelScript.builder().repeat().reply(HANGING).build();
    HostTool unused = HostTool.builder("unused").run(call -> ToolResult.of("")).build();
    ScheduledExecutorService later = Executors.newScheduledThreadPool(1);
    List<CancellationToken> tokens = new ArrayList<>();
    List<CompletableFuture<?>> calls = new ArrayList<>();
    try (LlmLab lab = new LlmLab(workspace, script)) {
      for (int i = 0; i < 100; i++) {
        CancellationToken token = CancellationToken.create();
        tokens.add(token);
        CompletableFuture<?> call =
            i % 2 == 0
                ? lab.llm.generateText(TextRequest.builder("hi").cancellation(token).build())
                : lab.llm.runAgentLoop(
                    LoopRequest.builder("hi").tools(List.of(unused)).cancellation(token).build());
        calls.add(call);
        boolean byFuture = random.nextInt(3) == 0;
        later.schedule(
            () -> {
              if (byFuture) {
                call.cancel(true);
              } else {
                token.cancel();
              }
            },
            random.nextInt(3000),
            TimeUnit.MILLISECONDS);
      }
      for (CompletableFuture<?> call : calls) {
        await().atMost(Duration.ofSeconds(60)).until(call::isDone);
      }
      await().atMost(Duration.ofSeconds(60)).until(() -> lab.llm.openCalls() == 0);
      assertEquals(0, tokens.stream().mapToInt(CancellationToken::listening).sum());
      for (int i = 1; i < 100; i += 2) {
        CompletableFuture<?> loop = calls.get(i);
        assertTrue(
            loop.isCancelled() || ((LoopResult) loop.get()).stopReason() == StopReason.CANCELLED,
            () -> "loop came to " + loop);
      }
      await().until(() -> threads("talaria-tool-clock", earlier).isEmpty());
    } finally {
      later.shutdownNow();
    }
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() -> assertEquals(List.of(), threads("talaria-", earlier)));
  }

  /** Threads of that name, other than those of earlier tests in this JVM. */
  private static List<String> threads(String prefix, Set<Thread> earlier) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith(prefix) && !earlier.contains(thread))
        .map(Thread::getName)
        .toList();
  }
}
