package dev.talaria.cli;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.Questions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApprovalPromptTest {

  private final StringWriter shown = new StringWriter();

  private static ApprovalRequest command(String line) {
    return Questions.command(line);
  }

  private ApprovalDecision.Kind answer(String typed) {
    ApprovalPrompt prompt =
        new ApprovalPrompt(
            new BufferedReader(new StringReader(typed)), new PrintWriter(shown, true));
    return prompt.decide(command("ls")).toCompletableFuture().join().kind();
  }

  /** A terminal at which somebody types. */
  private final class Typist {
    final OutputStream keyboard;
    final ApprovalPrompt prompt;

    Typist() throws IOException {
      Pipe pipe = Pipe.open();
      keyboard = Channels.newOutputStream(pipe.sink());
      prompt =
          new ApprovalPrompt(
              new BufferedReader(
                  new InputStreamReader(
                      Channels.newInputStream(pipe.source()), StandardCharsets.UTF_8)),
              new PrintWriter(shown, true));
    }

    void type(String line) throws IOException {
      keyboard.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "o, ALLOW",
    "s, ALLOW_FOR_SESSION",
    "a, ALLOW_ALWAYS",
    "d, DECLINE",
    "c, CANCEL",
    "Yes, ALLOW",
    "no, DECLINE"
  })
  void a_letter_decides(String typed, ApprovalDecision.Kind kind) throws IOException {
    Typist typist = new Typist();
    Thread hand =
        new Thread(
            () -> {
              await().until(() -> shown.toString().contains("> "));
              try {
                typist.type(typed);
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    hand.start();
    assertEquals(kind, typist.prompt.decide(command("ls")).toCompletableFuture().join().kind());
    assertTrue(shown.toString().contains("run ls"));
    assertTrue(shown.toString().contains("because"));
  }

  @Test
  void the_end_of_the_input_declines_this_and_every_later_question() {
    ApprovalPrompt prompt =
        new ApprovalPrompt(new BufferedReader(new StringReader("")), new PrintWriter(shown, true));
    for (int i = 0; i < 2; i++) {
      assertEquals(
          ApprovalDecision.Kind.DECLINE,
          prompt.decide(command("ls")).toCompletableFuture().join().kind());
    }
  }

  @Test
  void what_was_typed_before_the_question_is_no_answer_to_it() {
    assertEquals(ApprovalDecision.Kind.DECLINE, answer(""));
    assertTrue(shown.toString().contains("denied"));
  }

  @Test
  void a_withdrawn_question_stops_waiting() throws Exception {
    Typist typist = new Typist();
    Thread handler = new Thread(() -> typist.prompt.decide(command("ls")));
    handler.start();
    await().until(() -> shown.toString().contains("> "));
    handler.interrupt();
    handler.join(5000);
    assertFalse(handler.isAlive());
    assertTrue(shown.toString().contains("no longer asked"));
  }

  @Test
  void escape_sequences_of_a_command_do_not_reach_the_terminal() {
    String text = String.join("\n", ApprovalText.describe(command("ls \u001b[2J\u202e; rm -rf x")));
    assertFalse(text.contains("\u001b"));
    assertFalse(text.contains("\u202e"));
    assertTrue(text.contains("\\u001b[2J"));
  }

  @Test
  void secrets_and_overlong_commands_are_cut() {
    String text =
        ApprovalText.headline(command("curl -H 'Authorization: Bearer abcdef0123456789'"));
    assertFalse(text.contains("abcdef0123456789"), text);
    assertTrue(ApprovalText.headline(command("x".repeat(100_000))).length() < 1000);
  }
}
