package dev.talaria.cli.chat;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.talaria.cli.terminal.Console;
import dev.talaria.protocol.Item;
import dev.talaria.protocol.PlanStep;
import dev.talaria.protocol.TokenUsage;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every kind of event, as it looks on a terminal. */
@Timeout(30)
class ChatViewTest {

  private final AtomicLong clock = new AtomicLong();
  private final ChatTerminal terminal = ChatTerminal.inMemory();
  private final Console console = terminal.console;
  private final Folds folds = new Folds(console);
  private final ChatView view =
      new ChatView(
          console,
          folds,
          new ToolLines(console, folds, clock::get, Path.of("/ws")),
          new StatusLine(":workspace"));
  private final CompletableFuture<Void> chat =
      CompletableFuture.runAsync(() -> console.run(new Shown()));
  private volatile String busy = "";

  /** Shows the view, and takes no line. */
  private final class Shown implements Console.Mode {
    @Override
    public String prompt() {
      return view.rows(busy);
    }

    @Override
    public void line(String text) {}

    @Override
    public void interrupt() {}

    @Override
    public void end(String why) {}
  }

  @BeforeEach
  void begin() {
    await().pollDelay(Duration.ZERO).until(console::isReading);
  }

  @AfterEach
  void end() {
    console.leave();
    chat.join();
    terminal.close();
  }

  private static Item item(String json) {
    try {
      return Item.of(WireJson.mapper().readTree(json.replace('\'', '"')));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** The lines above the status and the input. */
  private String shown() {
    painted();
    String all = terminal.shown();
    assertTrue(all.endsWith("\n›"), all);
    String above = all.substring(0, all.length() - 2);
    return above.contains("\n") ? above.substring(0, above.lastIndexOf('\n')) : "";
  }

  private void on(Runnable event) {
    console.post(event);
    painted();
  }

  /** Waits until all is painted that was done before. */
  private void painted() {
    CompletableFuture<Void> done = new CompletableFuture<>();
    console.post(() -> done.complete(null));
    done.join();
    // Taken after the frame.
    assertTrue(console.isReading());
  }

  private String status() {
    shown();
    List<String> rows = terminal.shown().lines().toList();
    return rows.get(rows.size() - 2);
  }

  private static TurnResult result(TurnStatus status, TurnError error, String diff) {
    return new TurnResult(
        "t",
        "u",
        status,
        "",
        List.of(),
        0,
        error,
        null,
        diff,
        List.of(),
        false,
        List.of(),
        false,
        Duration.ofMillis(1500));
  }

  @Test
  void a_message_is_streamed_and_its_completed_form_is_not_shown_again() {
    on(() -> view.itemStarted(item("{'type':'agentMessage','id':'m','text':''}"), ""));
    on(() -> view.text("m", "Hello ", false));
    assertEquals("Hello", shown());
    on(() -> view.text("m", "world", false));
    on(() -> view.itemCompleted(item("{'type':'agentMessage','id':'m','text':'Hello world'}"), ""));
    assertEquals("Hello world", shown());
  }

  @Test
  void a_message_that_was_not_streamed_is_shown_when_it_is_complete() {
    on(() -> view.itemCompleted(item("{'type':'reasoning','id':'r','summary':['I think.']}"), ""));
    on(() -> view.itemCompleted(item("{'type':'agentMessage','id':'m','text':'one\\ntwo'}"), ""));
    assertEquals("I think.\none\ntwo", shown());
    assertTrue(terminal.written().contains("\u001b[2mI think.\u001b[0m"), terminal.written());
  }

  @Test
  void a_message_that_begins_anew_is_marked() {
    on(() -> view.text("m", "lost", false));
    on(() -> view.itemStarted(item("{'type':'agentMessage','id':'m','text':''}"), ""));
    on(() -> view.text("m", "kept", false));
    assertEquals("lost\n  (the message begins again)\nkept", shown());
  }

  @Test
  void reasoning_is_dim_and_does_not_run_into_the_text() {
    on(() -> view.text("r", "hm", true));
    on(() -> view.text("m", "yes", false));
    assertEquals("hm\nyes", shown());
    assertTrue(terminal.written().contains("\u001b[2mhm\u001b[0m"), terminal.written());
  }

  @Test
  void what_a_model_says_cannot_steer_the_terminal_even_in_pieces() {
    on(() -> view.text("m", "a\u001b", false));
    on(() -> view.text("m", "[2Jb\r", false));
    on(() -> view.text("m", "\u0007\ud83d", false));
    on(() -> view.text("m", "\ude00 e\u202e", false));
    on(() -> view.itemCompleted(item("{'type':'agentMessage','id':'m','text':'x'}"), ""));
    assertEquals("a\\u001b[2Jb\\u000d\\u0007😀 e\\u202e", shown());
    String evil = "\\u001b]0;x\\u0007";
    on(
        () ->
            view.itemCompleted(
                item(
                    "{'type':'commandExecution','id':'c','command':'"
                        + evil
                        + "','status':'completed',"
                        + "'exitCode':0,'durationMs':4,'aggregatedOutput':'"
                        + evil
                        + "'}"),
                ""));
    on(() -> view.problem("\u001b[2J"));
    on(
        () ->
            view.ended(
                result(TurnStatus.FAILED, new TurnError(TurnError.Kind.OTHER, "\u001b[H"), "")));
    String written = terminal.written() + shown();
    assertFalse(written.contains("\u001b]"), written);
    assertFalse(written.contains("\u001b[2J"), written);
    assertFalse(written.contains("\u001b[H"), written);
  }

  @Test
  void a_tool_has_a_spinner_while_it_runs_and_its_time_and_the_end_of_its_output_after() {
    on(() -> view.itemStarted(item("{'type':'commandExecution','id':'c','command':'make'}"), ""));
    clock.set(Duration.ofMillis(2100).toNanos());
    assertEquals("  ⠙ exec make  2 s", shown());
    on(
        () ->
            view.itemCompleted(
                item(
                    "{'type':'commandExecution','id':'c','command':'make','status':'failed',"
                        + "'exitCode':2,'durationMs':2345,"
                        + "'aggregatedOutput':'1\\n2\\n3\\n4\\n5\\n6\\npassword=hunter22\\n'}"),
                ""));
    assertEquals(
        "  ✗ exec make  exit 2, 2.3 s\n    1\n    2\n    … 2 more lines; /show 1 has all\n"
            + "    5\n    6\n"
            + "    password=[redacted]",
        shown());
  }

  @Test
  void other_tools_have_a_name_and_the_time_of_a_question_is_not_theirs() {
    on(
        () ->
            view.itemStarted(
                item(
                    "{'type':'mcpToolCall','id':'a','server':'srv','tool':'look','status':'inProgress'}"),
                ""));
    on(() -> view.itemStarted(item("{'type':'dynamicToolCall','id':'b','tool':'todo'}"), ""));
    on(() -> view.itemStarted(item("{'type':'webSearch','id':'w','query':'java'}"), ""));
    on(() -> view.itemStarted(item("{'type':'contextCompaction','id':'k'}"), ""));
    assertEquals(
        "  ⠋ mcp srv.look  0 s\n  ⠋ tool todo  0 s\n  ⠋ search java  0 s\n    and 1 more", shown());
    clock.set(Duration.ofSeconds(5).toNanos());
    on(
        () ->
            view.itemCompleted(
                item(
                    "{'type':'mcpToolCall','id':'a','server':'srv','tool':'look','status':'completed'}"),
                ""));
    on(
        () ->
            view.itemCompleted(
                item("{'type':'dynamicToolCall','id':'b','tool':'todo','status':'failed'}"), ""));
    on(() -> view.itemCompleted(item("{'type':'webSearch','id':'w','query':'java'}"), ""));
    on(() -> view.itemLeftOpen(item("{'type':'contextCompaction','id':'k'}")));
    assertEquals(
        "  ✓ mcp srv.look  5.0 s\n  ✗ tool todo  failed, 5.0 s\n  ✓ search java  5.0 s\n"
            + "  … compact the thread  not ended",
        shown());
  }

  @Test
  void a_patch_is_summed_up_for_each_file() {
    on(
        () ->
            view.itemCompleted(
                item(
                    "{'type':'fileChange','id':'p','status':'completed','changes':["
                        + "{'path':'/ws/a.txt','kind':{'type':'update'},'diff':'@@ -1 +1 @@\\n-x\\n+y\\n+z'},"
                        + "{'path':'/else/b.txt','kind':{'type':'add'},'diff':'one\\ntwo\\n'},"
                        + "{'path':'/ws/c.txt','kind':{'type':'delete'},'diff':'gone\\n'}]}"),
                ""));
    assertEquals(
        "  ✓ patch 3 files\n    update a.txt +2 -1\n      @@ -1 +1 @@\n         1 -x\n"
            + "         1 +y\n         2 +z\n    add /else/b.txt +2\n         1 +one\n"
            + "         2 +two\n    delete c.txt -1\n         1 -gone",
        shown());
    assertTrue(terminal.written().contains("\u001b[32m+2\u001b[0m"), terminal.written());
  }

  @Test
  void the_whole_diff_is_coloured_and_there_is_one_only_after_a_change() {
    on(() -> view.showDiff());
    assertEquals("no turn has changed a file since this thread was opened here", shown());
    on(
        () ->
            view.ended(
                result(TurnStatus.COMPLETED, null, "--- a\n+++ b\n@@ -1 +1 @@\n-x\n+y\n z\n")));
    on(() -> view.ended(result(TurnStatus.COMPLETED, null, "")));
    on(() -> view.showDiff());
    assertTrue(shown().endsWith("--- a\n+++ b\n@@ -1 +1 @@\n   1 -x\n   1 +y\n   2  z"), shown());
    for (String coloured : List.of("[36m@@ -1 +1 @@", "[31m-x", "[32m+y", "[1m--- a")) {
      assertTrue(terminal.written().contains("\u001b" + coloured + "\u001b[0m"), coloured);
    }
    on(() -> view.forgetThread());
    on(() -> view.showDiff());
    assertTrue(
        shown().endsWith("no turn has changed a file since this thread was opened here"), shown());
  }

  @Test
  void a_plan_is_a_list_to_tick_off_that_is_shown_when_it_changes() {
    List<PlanStep> plan =
        List.of(
            new PlanStep("look", "completed"),
            new PlanStep("mend", "inProgress"),
            new PlanStep("check", "pending"));
    on(() -> view.plan(plan));
    on(() -> view.plan(plan));
    assertEquals("  [x] look\n  [>] mend\n  [ ] check", shown());
  }

  @Test
  void sub_agents_are_a_tree_and_a_long_thought_is_folded() {
    on(() -> view.agent("Bohr", "explorer", ""));
    on(
        () ->
            view.itemCompleted(
                item(
                    "{'type':'commandExecution','id':'c','command':'ls','status':'completed',"
                        + "'exitCode':0,'durationMs':4,'aggregatedOutput':'a'}"),
                "  │ "));
    on(() -> view.agent("Curie", "", "  │ "));
    on(
        () ->
            view.itemCompleted(
                item("{'type':'agentMessage','id':'m','text':'I looked.'}"), "  │   │ "));
    on(() -> view.text("r", "**one**twothreefourfive", true));
    on(
        () ->
            view.itemCompleted(
                item(
                    "{'type':'reasoning','id':'r','summary':['**one**','two\\nthree\\nfour\\nfive']}"),
                ""));
    assertEquals(
        "  ├ agent Bohr, explorer\n  │   ✓ exec ls  4 ms\n  │     a\n  │   ├ agent Curie\n"
            + "  │   │ I looked.\none\ntwo\nthree\n… 2 more lines; /show 1 has all",
        shown());
  }

  @Test
  void the_output_of_a_command_is_live_at_its_end() {
    on(() -> view.itemStarted(item("{'type':'commandExecution','id':'c','command':'make'}"), ""));
    on(() -> view.output("c", "1\n2\n3\n4\n5"));
    assertEquals("  ⠋ exec make  0 s\n    3\n    4\n    5", shown());
  }

  @Test
  void the_end_of_a_turn_says_how_it_ended() {
    on(() -> view.ended(result(TurnStatus.COMPLETED, null, "")));
    on(() -> view.ended(result(TurnStatus.INTERRUPTED, null, "")));
    on(
        () ->
            view.ended(
                result(TurnStatus.FAILED, new TurnError(TurnError.Kind.OTHER, "no luck"), "")));
    on(() -> view.retried(new TurnError(TurnError.Kind.OTHER, "again")));
    assertEquals(
        "  done in 1.5 s\n  interrupted after 1.5 s\n  failed after 1.5 s: no luck\n  ~ again",
        shown());
  }

  @Test
  void what_a_person_types_is_echoed_with_secrets_masked() {
    on(() -> view.typed("token=abcdefgh"));
    on(() -> view.steered("shorter"));
    assertEquals("\n› token=[redacted]\n  ↳ steer: shorter", shown());
  }

  @Test
  void the_status_tells_model_profile_context_tokens_and_limits() throws Exception {
    assertEquals(":workspace", status());
    on(() -> view.status.model("gpt-x"));
    var last = new TokenUsage.Counts(2500, 2400, 0, 100, 0);
    var total = new TokenUsage.Counts(12345, 12000, 0, 345, 0);
    on(() -> view.status.usage(new TokenUsage(last, total, 10_000L)));
    var limits =
        WireJson.mapper()
            .readTree(
                "{\"primary\":{\"usedPercent\":12.4,\"windowDurationMins\":300},"
                    + "\"secondary\":{\"usedPercent\":3,\"windowDurationMins\":10080}}");
    on(() -> view.status.limits(limits));
    var none = WireJson.mapper().readTree("{\"primary\":null}");
    on(() -> view.status.limits(none));
    assertEquals(
        "gpt-x · :workspace · 25% context · 12,345 tokens · limit 12% of 5 h, 3% of 7 d", status());
    on(() -> view.status.forgetUsage());
    assertEquals("gpt-x · :workspace · limit 12% of 5 h, 3% of 7 d", status());
    assertEquals("default profi…", new StatusLine(null).text(14));
  }

  @Test
  void while_something_is_waited_for_a_spinner_says_so() {
    busy = "opening a thread";
    painted();
    assertEquals("  ⠋ opening a thread\n:workspace\n›", terminal.shown());
  }
}
