package dev.talaria.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.talaria.bench.CallsComparison.Size;
import dev.talaria.bench.lab.BenchCodex;
import dev.talaria.bench.lab.BenchScript;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.fixtures.model.ScriptedModel;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Model calls of the real Codex are made in three ways, counted and timed. */
@Timeout(180)
class RealCallsComparisonTest {

  private static final String THREAD = "11111111-aaaa-7bbb-8ccc-222222222222";

  /** What starts a thread and a turn, in the form of Codex 0.169.0, with an end of the thread. */
  private static final List<String> SENT =
      List.of(
          "{\"id\":1,\"method\":\"initialize\",\"params\":{\"clientInfo\":{\"name\":\"bench\","
              + "\"title\":\"bench\",\"version\":\"0\"}}}",
          "{\"method\":\"initialized\"}",
          "{\"id\":2,\"method\":\"thread/start\",\"params\":{\"ephemeral\":true}}",
          "{\"id\":3,\"method\":\"turn/start\",\"params\":{\"threadId\":\""
              + THREAD
              + "\",\"input\":[{\"type\":\"text\",\"text\":\"say ok\"}]}}",
          "{\"id\":4,\"method\":\"thread/unsubscribe\",\"params\":{\"threadId\":\""
              + THREAD
              + "\"}}");

  /** Several rounds: a median. */
  private static final Size ENOUGH = new Size(4, 3, 1, 3);

  private static BenchCodex codex(String script) throws Exception {
    return new BenchCodex(PinnedCodex.selected().executable(), script);
  }

  private static Set<ProcessHandle> processes() {
    return ProcessHandle.current().descendants().collect(Collectors.toSet());
  }

  @Test
  void each_way_is_measured_beside_exec_and_no_process_is_left() throws Exception {
    Set<ProcessHandle> before = processes();
    JsonNode table =
        new ObjectMapper()
            .readTree(
                CallsComparison.calls(PinnedCodex.selected().executable(), ENOUGH)
                    .toJson()
                    .toString());
    JsonNode rows = table.path("rows");
    assertEquals(3, rows.size(), table.toString());
    for (JsonNode row : rows) {
      assertEquals(12, row.path("calls").intValue(), row.toString());
      assertTrue(row.path("wall ms/call").doubleValue() > 0, row.toString());
      double own = row.path("of it this JVM").doubleValue();
      assertTrue(own > 0, row.toString());
      assertTrue(row.path("processor ms/call").doubleValue() >= own, row.toString());
    }
    assertEquals(1.0, rows.at("/2/wall ~1 exec").doubleValue());
    assertEquals(1.0, rows.at("/2/processor ~1 exec").doubleValue());
    Set<ProcessHandle> left = processes();
    left.removeAll(before);
    assertEquals(Set.of(), left);
  }

  @Test
  void the_bare_driver_makes_as_many_calls_as_it_is_told_in_a_thread_each() throws Exception {
    List<String> threads = new CopyOnWriteArrayList<>();
    ModelScript script =
        ModelScript.builder()
            .repeat()
            .respond(
                request -> {
                  threads.add(request.body().path("prompt_cache_key").asText());
                  return Reply.text("ok");
                })
            .build();
    try (ScriptedModel model = ScriptedModel.start(script);
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create();
        BareCalls bare = new BareCalls(appServer(home), SENT)) {
      bare.run(5, 2);
      assertEquals(5, threads.size());
      bare.run(1, 8);
      assertEquals(6, threads.size());
      assertEquals(6, Set.copyOf(threads).size(), threads.toString());
    }
  }

  private static ProcessBuilder appServer(ScratchCodexHome home) throws Exception {
    ProcessBuilder command =
        new ProcessBuilder(PinnedCodex.selected().executable().toString(), "app-server")
            .directory(home.path().toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    command.environment().putAll(home.isolatedEnvironment());
    return command;
  }

  @Test
  void a_call_that_fails_fails_the_measurement() throws Exception {
    Size one = new Size(1, 1, 0, 1);
    try (BenchCodex codex = codex(BenchScript.always("something else"))) {
      assertThrows(
          IllegalStateException.class, () -> CallsComparison.calls(codex, codex, codex, one));
      assertThrows(IllegalStateException.class, () -> codex.exec("say ok", "ok"));
    }
    String refusing = "{\"steps\":[{\"repeat\":true,\"error\":{\"status\":400}}]}";
    try (BenchCodex codex = codex(refusing);
        BareCalls bare = new BareCalls(codex.bare("app-server"), SENT)) {
      assertThrows(IllegalStateException.class, () -> bare.run(1, 1));
    }
  }

  @Test
  void there_is_no_measurement_of_no_calls() {
    assertThrows(IllegalArgumentException.class, () -> new Size(0, 8, 3, 3));
    assertThrows(IllegalArgumentException.class, () -> new Size(200, 0, 3, 3));
    assertThrows(IllegalArgumentException.class, () -> new Size(200, 8, -1, 3));
    assertThrows(IllegalArgumentException.class, () -> new Size(200, 8, 3, 0));
  }
}
