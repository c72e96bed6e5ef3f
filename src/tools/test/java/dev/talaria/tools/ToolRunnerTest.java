package dev.talaria.tools;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.protocol.wire.WireJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One place runs every call: what a model gets to read, whatever a tool does. */
@Timeout(30)
class ToolRunnerTest {

  private static final String SCHEMA =
      "{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\"},\"count\":{\"type\":"
          + "\"integer\",\"minimum\":1}},\"required\":[\"id\"],\"additionalProperties\":false}";

  private static JsonNode json(String text) throws Exception {
    return WireJson.mapper().readTree(text);
  }

  private static ToolResult run(HostTool tool, JsonNode arguments) throws Exception {
    try (ToolRunner runner = new ToolRunner(ToolRegistry.of(tool))) {
      return runner.run(tool.name(), arguments).get(60, TimeUnit.SECONDS);
    }
  }

  private static HostTool tool(ToolHandler.Blocking work) {
    return HostTool.builder("look_up").parameters(SCHEMA).run(work).build();
  }

  private static HostTool plain(ToolHandler handler) {
    return HostTool.builder("plain").handler(handler).build();
  }

  @Test
  void good_arguments_reach_the_handler() throws Exception {
    HostTool echo = tool(call -> ToolResult.of(call.text("id").orElseThrow() + call.arguments()));
    assertEquals(
        ToolResult.of("A{\"id\":\"A\",\"count\":2}"),
        run(echo, json("{\"id\":\"A\",\"count\":2}")));
    assertEquals(
        ToolResult.of("A{\"id\":\"A\"}"), run(echo, json("{\"id\":\"A\",\"count\":null}")));
  }

  @Test
  void bad_arguments_are_told_by_the_name_of_the_field_and_nothing_runs() throws Exception {
    AtomicBoolean ran = new AtomicBoolean();
    HostTool tool =
        tool(
            call -> {
              ran.set(true);
              return null;
            });
    for (String[] pair :
        new String[][] {
          {"{}", "id"},
          {"null", "id"},
          {"{\"id\":\"A\",\"count\":\"x\"}", "count"},
          {"{\"id\":\"A\",\"count\":0}", "count"},
          {"{\"id\":null}", "id"},
          {"{\"id\":\"A\",\"kwargs\":{}}", "kwargs"},
          {"[1]", "object"}
        }) {
      ToolResult told = run(tool, json(pair[0]));
      assertTrue(told.failed(), pair[0]);
      assertTrue(told.text().startsWith("wrong arguments for look_up: "), told.text());
      assertTrue(told.text().contains(pair[1]), told.text());
    }
    assertFalse(ran.get());
  }

  @Test
  void what_a_handler_throws_is_told_without_stack_and_secret() throws Exception {
    List<ToolHandler> failing =
        List.of(
            call -> {
              throw new IllegalStateException("no ticket, token=sk-abcdefghijklmnop1234");
            },
            call ->
                CompletableFuture.failedFuture(
                    new IOException("no ticket, token=sk-abcdefghijklmnop1234")),
            call -> {
              throw new AssertionError("no ticket");
            });
    for (ToolHandler handler : failing) {
      ToolResult told = run(plain(handler), null);
      assertTrue(told.failed());
      assertTrue(told.text().startsWith("plain failed: no ticket"), told.text());
      assertFalse(told.text().contains("abcdefghijklmnop"), told.text());
      assertFalse(told.text().contains("\tat "), told.text());
    }
    ToolResult nameless =
        run(
            plain(
                call -> {
                  throw new NullPointerException();
                }),
            null);
    assertEquals("plain failed: NullPointerException", nameless.text());
  }

  @Test
  void nothing_is_an_empty_result() throws Exception {
    assertEquals(ToolResult.of(""), run(plain(call -> null), null));
    assertEquals(
        ToolResult.of(""), run(plain(call -> CompletableFuture.completedFuture(null)), null));
  }

  @Test
  void an_unknown_tool_is_a_failed_result() throws Exception {
    try (ToolRunner runner = new ToolRunner(ToolRegistry.of())) {
      assertTrue(runner.run("x", null).get().failed());
    }
  }

  @Test
  void a_handler_that_takes_too_long_is_interrupted() throws Exception {
    CountDownLatch interrupted = new CountDownLatch(1);
    HostTool slow =
        HostTool.builder("slow")
            .timeLimit(Duration.ofMillis(100))
            .run(
                call -> {
                  try {
                    new CountDownLatch(1).await();
                    return null;
                  } finally {
                    interrupted.countDown();
                  }
                })
            .build();
    ToolResult told = run(slow, null);
    assertTrue(told.failed());
    assertEquals("slow failed: no answer within 0.1 s; it was stopped", told.text());
    assertTrue(interrupted.await(60, TimeUnit.SECONDS));
  }

  @Test
  void a_stage_is_cancelled_when_the_call_is() throws Exception {
    CompletableFuture<ToolResult> stage = new CompletableFuture<>();
    CountDownLatch called = new CountDownLatch(1);
    HostTool tool =
        plain(
            call -> {
              called.countDown();
              return stage;
            });
    try (ToolRunner runner = new ToolRunner(ToolRegistry.of(tool))) {
      CompletableFuture<ToolResult> result = runner.run("plain", null);
      assertTrue(called.await(60, TimeUnit.SECONDS));
      result.cancel(true);
      await().atMost(Duration.ofMinutes(1)).until(stage::isCancelled);
    }
  }

  @Test
  void closing_fails_what_runs_and_what_comes_later() throws Exception {
    ToolRunner runner = new ToolRunner(ToolRegistry.of(plain(call -> new CompletableFuture<>())));
    CompletableFuture<ToolResult> result = runner.run("plain", null);
    runner.close();
    assertEquals("the host has closed its tools", result.get().text());
    assertEquals("the host has closed its tools", runner.run("plain", null).get().text());
  }

  @Test
  void a_long_result_is_cut_behind_a_whole_character_and_marked() throws Exception {
    for (String piece : List.of("x", "é", "€", "😀")) {
      for (int shift = 0; shift < 4; shift++) {
        String text = "y".repeat(shift) + piece.repeat(300_000);
        ToolResult told = run(plain(ToolHandler.of(call -> ToolResult.of(text))), null);
        assertTrue(told.text().getBytes(StandardCharsets.UTF_8).length <= 256 * 1024);
        int mark = told.text().lastIndexOf("\n[cut here: the result has ");
        assertTrue(mark > 0);
        assertTrue(text.startsWith(told.text().substring(0, mark)));
        assertTrue(told.text().length() >= 256 * 1024 / 4 - 60);
      }
    }
    String exact = "x".repeat(256 * 1024);
    assertEquals(exact, run(plain(ToolHandler.of(call -> ToolResult.of(exact))), null).text());
    assertEquals("a?b", run(plain(ToolHandler.of(call -> ToolResult.of("a\ud800b"))), null).text());
  }

  @Test
  void calls_run_at_the_same_time() throws Exception {
    CyclicBarrier all = new CyclicBarrier(50);
    HostTool meets =
        HostTool.builder("meets")
            .run(
                call -> {
                  all.await();
                  return ToolResult.of("met");
                })
            .build();
    try (ToolRunner runner = new ToolRunner(ToolRegistry.of(meets))) {
      List<CompletableFuture<ToolResult>> calls = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        calls.add(runner.run("meets", null));
      }
      for (CompletableFuture<ToolResult> call : calls) {
        assertEquals("met", call.get(60, TimeUnit.SECONDS).text());
      }
    }
  }

  @Test
  void a_program_that_ended_is_not_waited_for_because_of_what_it_left_behind() throws Exception {
    Path made = Files.createTempFile("left", ".pid");
    // The program lives long enough for its output to be read while it runs.
    String leaves = "sleep 600 & echo $! > " + made + "; sleep 1; echo hi";
    HostTool tool =
        plain(new CommandTool(List.of("/bin/sh", "-c", leaves), Map.of(), made.getParent()));
    try {
      assertEquals(ToolResult.of("hi\n"), run(tool, null));
    } finally {
      long left = Long.parseLong(Files.readString(made).strip());
      ProcessHandle.of(left).ifPresent(ProcessHandle::destroyForcibly);
      Files.delete(made);
    }
  }
}
