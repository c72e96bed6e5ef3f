package dev.talaria.cli.prompt;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalDecision.Kind;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.Questions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The prompt on a pseudo-terminal: a key decides. */
@Timeout(20)
class ApprovalPromptTest {

  private final Typist typist = new Typist(80, 24);

  @AfterEach
  void end() {
    typist.close();
  }

  private CompletableFuture<ApprovalDecision> ask(ApprovalRequest request) {
    return CompletableFuture.supplyAsync(
        () -> typist.prompt.decide(request).toCompletableFuture().join());
  }

  private static Kind kind(CompletableFuture<ApprovalDecision> answer) {
    return answer.orTimeout(20, java.util.concurrent.TimeUnit.SECONDS).join().kind();
  }

  private static final String ALL = "  [o]nce  [s]ession  [a]lways  [d]eny  [c]ancel > ";

  @ParameterizedTest
  @CsvSource({
    "o, ALLOW",
    "s, ALLOW_FOR_SESSION",
    "a, ALLOW_ALWAYS",
    "d, DECLINE",
    "c, CANCEL",
    "O, ALLOW"
  })
  void one_key_decides(String key, Kind kind) {
    var answer = ask(Questions.command("git status", "git", "status"));
    typist.awaits(ALL);
    typist.type(key);
    if (kind == Kind.ALLOW_ALWAYS) {
      typist.awaitsLast("\n  > git status");
      typist.type("\r");
    }
    assertEquals(kind, kind(answer));
  }

  @Test
  void what_cannot_be_remembered_is_not_offered() {
    var answer = ask(Questions.command("ls"));
    typist.awaits("  [o]nce  [s]ession  [d]eny  [c]ancel > ");
    typist.type("a");
    assertStillOpen(answer);
    typist.type("d");
    assertEquals(Kind.DECLINE, kind(answer));
  }

  @Test
  void ctrl_c_declines_this_question_and_the_next_is_asked() {
    var first = ask(Questions.command("one"));
    typist.awaits("$ one");
    typist.awaits(" > ");
    var second = ask(Questions.command("two"));
    typist.type("\u0003");
    assertEquals(Kind.DECLINE, kind(first));
    typist.awaits("denied (Ctrl-C)");
    typist.awaits("$ two");
    typist.awaitsLast(" > ");
    typist.type("o");
    assertEquals(Kind.ALLOW, kind(second));
  }

  @Test
  void ctrl_d_declines() {
    var answer = ask(Questions.command("ls"));
    typist.awaits(" > ");
    typist.type("\u0004");
    assertEquals(Kind.DECLINE, kind(answer));
  }

  @Test
  void the_end_of_the_input_declines_this_and_every_later_question() {
    var answer = ask(Questions.command("ls"));
    typist.awaits(" > ");
    typist.hangUp();
    assertEquals(Kind.DECLINE, kind(answer));
    assertEquals(Kind.DECLINE, kind(ask(Questions.command("ls"))));
  }

  @Test
  void what_was_typed_before_the_question_is_no_answer_to_it() {
    typist.typeEarly("ooo");
    var answer = ask(Questions.command("ls"));
    typist.awaits(" > ");
    typist.type("d");
    assertEquals(Kind.DECLINE, kind(answer));
  }

  @ParameterizedTest
  @CsvSource({"'[A'", "'OA'", "'[1;5C'"})
  void a_function_key_is_no_answer(String sequence) {
    var answer = ask(Questions.command("git status", "git", "status"));
    typist.awaits(" > ");
    typist.type("\u001b" + sequence);
    assertStillOpen(answer);
    typist.type("d");
    assertEquals(Kind.DECLINE, kind(answer));
  }

  @Test
  void a_pasted_text_is_no_answer() {
    var answer = ask(Questions.command("ls"));
    typist.awaits(" > ");
    typist.type("once upon a time\n");
    assertStillOpen(answer);
    typist.type("d");
    assertEquals(Kind.DECLINE, kind(answer));
  }

  private static void assertStillOpen(CompletableFuture<ApprovalDecision> answer) {
    await().during(java.time.Duration.ofMillis(500)).until(() -> !answer.isDone());
  }

  @Test
  void a_withdrawn_question_disappears_and_its_keys_are_not_taken_for_the_next() throws Exception {
    AtomicReference<ApprovalDecision> decided = new AtomicReference<>();
    Thread handler =
        new Thread(
            () ->
                decided.set(
                    typist.prompt.decide(Questions.command("one")).toCompletableFuture().join()));
    handler.start();
    typist.awaits(" > ");
    handler.interrupt();
    handler.join(5000);
    assertFalse(handler.isAlive());
    assertEquals(Kind.DECLINE, decided.get().kind());
    typist.awaits("  (no longer asked)");
    typist.typeEarly("o");
    var next = ask(Questions.command("two"));
    typist.awaits("$ two");
    typist.awaitsLast(" > ");
    assertStillOpen(next);
    typist.type("s");
    assertEquals(Kind.ALLOW_FOR_SESSION, kind(next));
  }

  @Test
  void a_question_that_waits_for_its_turn_and_is_withdrawn_is_never_shown() throws Exception {
    var first = ask(Questions.command("one"));
    typist.awaits(" > ");
    Thread second = new Thread(() -> typist.prompt.decide(Questions.command("two")));
    second.start();
    second.interrupt();
    second.join(5000);
    assertFalse(second.isAlive());
    typist.type("o");
    assertEquals(Kind.ALLOW, kind(first));
    assertFalse(typist.screen().contains("two"), typist.screen());
  }

  @Test
  void what_others_print_waits_until_the_question_is_answered() {
    var answer = ask(Questions.command("ls"));
    typist.awaits(" > ");
    PrintWriter progress = typist.prompt.besides();
    progress.println("progress");
    progress.flush();
    assertFalse(typist.besides.toString().contains("progress"));
    typist.type("o");
    assertEquals(Kind.ALLOW, kind(answer));
    await().until(() -> typist.besides.toString().contains("progress"));
  }

  @Test
  void a_long_question_is_shown_in_pages() {
    StringBuilder command = new StringBuilder("line 1");
    for (int i = 2; i <= 100; i++) {
      command.append("\nline ").append(i);
    }
    try (Typist high = new Typist(80, 60)) {
      var answer =
          CompletableFuture.supplyAsync(
              () -> high.prompt.decide(Questions.command(command.toString())));
      high.awaits("[m]ore (63 lines)");
      assertTrue(high.screen().contains("| line 39"));
      assertFalse(high.screen().contains("| line 40"));
      high.type("m");
      high.awaits("[m]ore (23 lines)");
      high.type("m");
      high.awaits("because");
      high.type("d");
      assertEquals(Kind.DECLINE, answer.join().toCompletableFuture().join().kind());
    }
  }

  @Test
  void the_height_of_the_terminal_limits_a_page() {
    var answer = ask(Questions.command("a\nb\nc\nd\n".repeat(10)));
    typist.awaits("[m]ore (22 lines)  [v]iew  [o]nce");
    typist.type("d");
    assertEquals(Kind.DECLINE, kind(answer));
  }

  @Test
  void a_patch_is_coloured() {
    var answer = ask(Questions.patch("", "update /ws/a"));
    typist.awaits("\u001b[36m    @@ -1 +1 @@\u001b[0m");
    typist.awaits("\u001b[31m    -a\u001b[0m");
    typist.awaits("\u001b[32m    +b\u001b[0m");
    typist.type("o");
    assertEquals(Kind.ALLOW, kind(answer));
  }

  @Test
  void a_dumb_terminal_gets_no_escape_sequences() {
    try (Typist dumb = new Typist(80, 24, "dumb", true);
        Typist plain = new Typist(80, 24, "xterm", false)) {
      for (Typist one : List.of(dumb, plain)) {
        var answer =
            CompletableFuture.supplyAsync(
                () -> one.prompt.decide(Questions.patch("", "update /ws/a")));
        one.awaits(" > ");
        one.type(one == dumb ? "d\r" : "d");
        answer.join();
        assertFalse(one.written().matches("(?s).*\u001b\\[[1-9][0-9;]*m.*"), one.written());
        assertFalse(one == dumb && one.written().contains("\u001b"), one.written());
      }
    }
  }

  @Test
  void the_terminal_is_given_back_as_it_was() {
    String before = typist.attributes();
    var answer = ask(Questions.command("ls"));
    typist.awaits(" > ");
    assertFalse(typist.attributes().equals(before));
    typist.type("o");
    assertEquals(Kind.ALLOW, kind(answer));
    assertEquals(before, typist.attributes());
  }

  @Test
  void without_a_terminal_every_question_is_declined_with_a_line_that_says_how_to_allow_it() {
    StringWriter err = new StringWriter();
    ApprovalPrompt prompt = new ApprovalPrompt(Optional::empty, new PrintWriter(err));
    assertEquals(
        Kind.DECLINE, prompt.decide(Questions.command("ls")).toCompletableFuture().join().kind());
    assertEquals(
        "talaria: declined, because there is no terminal to ask on: run ls"
            + " (--approvals allow or a policy in --host-config allows it)"
            + System.lineSeparator(),
        err.toString());
  }

  @Test
  void escape_sequences_of_a_command_do_not_reach_the_terminal() {
    var answer = ask(Questions.command("ls \u001b[2J\u202e\r; rm -rf x"));
    typist.awaits("ls \\u001b[2J\\u202e\\u000d; rm -rf x");
    typist.awaits(" > ");
    typist.type("d");
    assertEquals(Kind.DECLINE, kind(answer));
    assertFalse(typist.screen().contains("\u202e"));
  }

  @Test
  void a_key_shows_what_is_masked_and_what_is_left_out() {
    String script = "TOKEN=hunter2hunter2 make\necho " + "x".repeat(4200) + "\u202e; rm -rf q";
    try (Typist high = new Typist(80, 60)) {
      var answer =
          CompletableFuture.supplyAsync(() -> high.prompt.decide(Questions.command(script)));
      high.awaits("[v]iew  [f]ull  [o]nce  [s]ession  [d]eny  [c]ancel > ");
      high.type("m");
      high.awaitsLast("\n  [f]ull  [o]nce  [s]ession  [d]eny  [c]ancel > ");
      String brief = high.screen();
      assertTrue(brief.contains("$ TOKEN=[14 characters masked] make"), brief);
      assertTrue(brief.contains(" left out …]") && brief.contains("; rm -rf q"), brief);
      assertFalse(brief.contains("hunter2"), brief);
      high.type("f");
      high.awaits("$ TOKEN=hunter2hunter2 make");
      high.awaits("[m]ore");
      high.type("m");
      high.awaitsLast("\n  [o]nce  [s]ession  [d]eny  [c]ancel > ");
      String full = high.screen().substring(high.screen().lastIndexOf("? run"));
      assertEquals(4200, full.chars().filter(c -> c == 'x').count());
      assertTrue(full.replaceAll("\n *", "").contains("\\u202e; rm -rf q"), full);
      high.type("v");
      high.awaitsLast("q goes back");
      high.type("G");
      high.awaits("of 6");
      high.type("q");
      high.awaitsLast("[c]ancel > ");
      high.type("o");
      assertEquals(Kind.ALLOW, answer.join().toCompletableFuture().join().kind());
    }
  }

  @Test
  void where_nothing_is_masked_the_key_for_all_is_not_offered() {
    var answer = ask(Questions.command("git status"));
    typist.awaitsLast("  [o]nce  [s]ession  [d]eny  [c]ancel > ");
    typist.type("f");
    assertStillOpen(answer);
    typist.type("d");
    assertEquals(Kind.DECLINE, kind(answer));
    assertEquals(1, typist.screen().split("git status", -1).length - 1, typist.screen());
  }
}
