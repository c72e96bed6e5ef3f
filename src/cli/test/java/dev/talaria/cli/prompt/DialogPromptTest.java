package dev.talaria.cli.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalDecision.Kind;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.ApprovalRequest.Option;
import dev.talaria.approval.ApprovalRequest.Question;
import dev.talaria.approval.Questions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers that have contents, typed at a pseudo-terminal. */
@Timeout(60)
class DialogPromptTest {

  private final Typist typist = new Typist(80, 24);

  @AfterEach
  void end() {
    typist.close();
  }

  private CompletableFuture<ApprovalDecision> open(ApprovalRequest request) {
    CompletableFuture<ApprovalDecision> answer =
        CompletableFuture.supplyAsync(
            () -> typist.prompt.decide(request).toCompletableFuture().join());
    typist.awaitsLast("> ");
    typist.type("o");
    return answer;
  }

  private void answer(String prompt, String text) {
    typist.awaitsLast(prompt);
    typist.type(text);
  }

  private static final ApprovalRequest FORM =
      Questions.elicitation(
          "srv",
          "form",
          "{\"properties\":{\"name\":{\"type\":\"string\"},\"age\":{\"type\":\"integer\"},"
              + "\"size\":{\"type\":\"string\",\"enum\":[\"s\",\"m\"],\"default\":\"m\"},"
              + "\"sure\":{\"type\":\"boolean\"}},\"required\":[\"name\",\"sure\"]}");

  @Test
  void a_form_is_asked_field_by_field_with_a_check_of_the_types() {
    var answer = open(FORM);
    answer("  name [text] > ", "\r");
    typist.awaits("an answer is needed");
    answer("  name [text] > ", "Amx\u007fn\r");
    answer("  age [integer, Enter for none] > ", "old\r");
    typist.awaits("that is not a whole number");
    answer("  age [integer, Enter for none] > ", "41\r");
    answer("  size [number of a choice, Enter for m] > ", "\r");
    answer("  sure [y/n] > ", "y\r");
    assertEquals(
        "{\"name\":\"Amn\",\"age\":41,\"size\":\"m\",\"sure\":true}",
        answer.join().content().toString());
  }

  @Test
  void ctrl_c_in_a_form_declines_it() {
    var answer = open(FORM);
    answer("  name [text] > ", "\u0003");
    assertEquals(Kind.DECLINE, answer.join().kind());
  }

  @Test
  void questions_take_the_number_of_an_answer_or_a_text_and_a_secret_is_not_shown() {
    var answer =
        open(
            Questions.userInput(
                new Question(
                    "c",
                    "Colour",
                    "Which?",
                    List.of(new Option("Red", ""), new Option("Blue", "")),
                    false,
                    false),
                new Question("p", "Word", "Which word?", List.of(), true, true)));
    answer("  Colour > ", "3\r");
    typist.awaits("please give the number of an answer");
    answer("  Colour > ", "2\r");
    answer("  Word (not shown) > ", "hush\r");
    assertEquals("{\"c\":[\"Blue\"],\"p\":[\"hush\"]}", answer.join().content().toString());
    assertFalse(typist.screen().contains("hush"));
  }

  @Test
  void a_web_address_is_shown_and_accepted() {
    var answer = open(Questions.elicitation("srv", "url", ""));
    assertEquals(Kind.ALLOW, answer.join().kind());
    typist.awaits("address: https://example.com/");
  }
}
