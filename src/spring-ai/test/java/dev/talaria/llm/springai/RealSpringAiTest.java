package dev.talaria.llm.springai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.fixtures.ModelScript;
import dev.talaria.fixtures.OutputItem;
import dev.talaria.fixtures.Reply;
import dev.talaria.fixtures.Usage;
import dev.talaria.llm.ChatCalls;
import dev.talaria.llm.ChatLab;
import dev.talaria.llm.LlmException;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.ai.chat.client.AdvisorParams;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.observation.ChatModelObservationContext;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.content.Media;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.util.MimeTypeUtils;

/** Spring AI's own parts with our model in place, on the real Codex. */
@Timeout(120)
class RealSpringAiTest {

  @TempDir Path workspace;

  record Person(String name, int age) {}

  static final class Calculator {
    final List<String> calls = new CopyOnWriteArrayList<>();

    @Tool(description = "Adds two numbers")
    int add(int a, int b) {
      calls.add(a + "+" + b);
      return a + b;
    }
  }

  private static final ModelScript ADDS =
      ModelScript.builder()
          .reply(
              OutputItem.call("add", Map.of("a", 2, "b", 3)),
              OutputItem.call("add", Map.of("a", 4, "b", 5)))
          .text("5 and 9.")
          .build();

  /** A registry, and what was observed with it. */
  private static ObservationRegistry registry(List<String> seen) {
    ObservationRegistry registry = ObservationRegistry.create();
    registry
        .observationConfig()
        .observationHandler(
            new ObservationHandler<ChatModelObservationContext>() {
              @Override
              public void onStop(ChatModelObservationContext context) {
                Throwable error = context.getError();
                seen.add(
                    context.getName()
                        + ": "
                        + (context.isStreaming() ? "stream " : "call ")
                        + (error == null
                            ? context.getResponse().getResult().getOutput().getText()
                                + " "
                                + context
                                    .getHighCardinalityKeyValue("gen_ai.usage.output_tokens")
                                    .getValue()
                            : ((LlmException) error).kind()));
              }

              @Override
              public boolean supportsContext(Observation.Context context) {
                return context instanceof ChatModelObservationContext;
              }
            });
    return registry;
  }

  @Test
  void requests_are_observed_as_those_of_other_models() {
    Reply refused = Reply.apiError(429, "rate_limit_exceeded", "slow down");
    ModelScript script =
        ModelScript.builder()
            .reply(Reply.text("One.").usage(new Usage(100, 0, 11, 0, 111)))
            .reply(
                Reply.of(OutputItem.chunks("Two ", "words.")).usage(new Usage(100, 0, 12, 0, 112)))
            .reply(refused)
            .reply(refused)
            .build();
    List<String> seen = new CopyOnWriteArrayList<>();
    try (ChatLab lab = new ChatLab(workspace, script);
        CodexSpringChatModel model =
            new CodexSpringChatModel(
                lab.calls().build(), CodexSpringChatOptions.builder().build(), registry(seen))) {
      model.call(new Prompt("1"));
      assertEquals(
          3, Objects.requireNonNull(model.stream(new Prompt("2")).collectList().block()).size());
      assertThrows(LlmException.class, () -> model.call(new Prompt("3")));
      assertThrows(LlmException.class, () -> model.stream(new Prompt("4")).blockLast());
    }
    assertEquals(
        List.of(
            "gen_ai.client.operation: call One. 11",
            "gen_ai.client.operation: stream Two words. 12",
            "gen_ai.client.operation: call RATE_LIMIT",
            "gen_ai.client.operation: stream RATE_LIMIT"),
        seen);
  }

  @Test
  void a_chat_has_its_roles_usage_finish_reason_and_model() {
    ModelScript script =
        ModelScript.builder()
            .reply(Reply.text("Blue.").usage(new Usage(100, 60, 10, 4, 110)))
            .build();
    try (ChatLab lab = new ChatLab(workspace, script);
        CodexSpringChatModel model = new CodexSpringChatModel(lab.calls().build())) {
      ChatResponse response =
          model.call(
              new Prompt(
                  List.of(
                      new SystemMessage("Be brief."),
                      new UserMessage("I like blue."),
                      new AssistantMessage("Noted."),
                      new UserMessage("What do I like?")),
                  ChatOptions.builder().temperature(0.5).build()));
      assertEquals("Blue.", response.getResult().getOutput().getText());
      assertEquals("STOP", response.getResult().getMetadata().getFinishReason());
      assertEquals(100, response.getMetadata().getUsage().getPromptTokens());
      assertEquals(60, response.getMetadata().getUsage().getCacheReadInputTokens());
      assertEquals(10, response.getMetadata().getUsage().getCompletionTokens());
      assertEquals(110, response.getMetadata().getUsage().getTotalTokens());
      assertFalse(response.getMetadata().getModel().isBlank());
      assertFalse(response.getMetadata().getId().isBlank());
      assertEquals(
          List.of(
              "developer: Be brief.",
              "user: I like blue.",
              "assistant: Noted.",
              "user: What do I like?"),
          lab.heard(0));
    }
  }

  @Test
  void a_picture_goes_with_the_question() {
    byte[] dot =
        java.util.Base64.getDecoder()
            .decode(
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    try (ChatLab lab = new ChatLab(workspace, ModelScript.texts("A dot."));
        CodexSpringChatModel model = new CodexSpringChatModel(lab.calls().build())) {
      UserMessage message =
          UserMessage.builder()
              .text("Look.")
              .media(new Media(MimeTypeUtils.IMAGE_PNG, new ByteArrayResource(dot)))
              .build();
      assertEquals("A dot.", model.call(message));
      assertTrue(lab.model.requests().get(0).json().contains("data:image/png;base64,"));
    }
  }

  @Test
  void a_client_runs_its_tools_and_sums_the_usage() {
    try (ChatLab lab = new ChatLab(workspace, ADDS);
        CodexSpringChatModel model = new CodexSpringChatModel(lab.calls().build())) {
      Calculator calculator = new Calculator();
      ChatResponse response =
          ChatClient.create(model)
              .prompt("2+3 and 4+5?")
              .system("Count.")
              .tools(calculator)
              .call()
              .chatResponse();
      assertEquals("5 and 9.", response.getResult().getOutput().getText());
      assertEquals(Set.of("2+3", "4+5"), Set.copyOf(calculator.calls));
      assertEquals(220, response.getMetadata().getUsage().getTotalTokens());
      assertEquals("5", lab.model.requests().get(1).outputOf("call_1_1").orElseThrow());
      assertEquals(2, lab.model.requests().size());
    }
  }

  @Test
  void a_streaming_client_runs_its_tools() {
    try (ChatLab lab = new ChatLab(workspace, ADDS);
        CodexSpringChatModel model = new CodexSpringChatModel(lab.calls().build())) {
      Calculator calculator = new Calculator();
      List<String> pieces =
          ChatClient.create(model).prompt("2+3 and 4+5?").tools(calculator).stream()
              .content()
              .collectList()
              .block(Duration.ofSeconds(60));
      assertEquals("5 and 9.", String.join("", Objects.requireNonNull(pieces)));
      assertEquals(Set.of("2+3", "4+5"), Set.copyOf(calculator.calls));
    }
  }

  @Test
  void a_stream_tells_pieces_then_how_it_ended() {
    ModelScript script =
        ModelScript.builder().reply(OutputItem.chunks("One ", "two ", "three")).build();
    try (ChatLab lab = new ChatLab(workspace, script);
        CodexSpringChatModel model = new CodexSpringChatModel(lab.calls().build())) {
      List<ChatResponse> responses =
          model.stream(new Prompt("count")).collectList().block(Duration.ofSeconds(60));
      assertEquals(
          List.of("One ", "two ", "three", ""),
          responses.stream().map(each -> each.getResult().getOutput().getText()).toList());
      ChatResponse end = responses.get(3);
      assertEquals("STOP", end.getResult().getMetadata().getFinishReason());
      assertEquals(110, end.getMetadata().getUsage().getTotalTokens());
    }
  }

  @Test
  void a_stream_that_nobody_reads_any_more_ends_its_turn() {
    ModelScript script =
        ModelScript.builder()
            .reply(Reply.of(OutputItem.chunks("One ", "two ", "three")).hangAfter(4))
            .text("next")
            .build();
    try (ChatLab lab = new ChatLab(workspace, script);
        ChatCalls calls = lab.calls().build();
        CodexSpringChatModel model = new CodexSpringChatModel(calls)) {
      assertEquals("One ", model.stream("count").blockFirst(Duration.ofSeconds(60)));
      assertEquals("next", model.call("go"));
    }
  }

  @Test
  void a_client_gets_its_object_by_the_schema() {
    try (ChatLab lab = new ChatLab(workspace, ModelScript.texts("{\"name\":\"Ada\",\"age\":36}"));
        CodexSpringChatModel model = new CodexSpringChatModel(lab.calls().build())) {
      Person person =
          ChatClient.create(model)
              .prompt("Ada is 36.")
              .advisors(AdvisorParams.ENABLE_NATIVE_STRUCTURED_OUTPUT)
              .call()
              .entity(Person.class);
      assertEquals(new Person("Ada", 36), person);
      var schema = lab.model.requests().get(0).body().at("/text/format/schema");
      assertEquals("object", schema.path("type").asText());
      assertEquals(2, schema.path("required").size());
    }
  }

  @Test
  void failures_say_what_they_are() {
    ModelScript script =
        ModelScript.builder()
            .repeat()
            .reply(Reply.apiError(401, "invalid_api_key", "Incorrect API key."))
            .build();
    try (ChatLab lab = new ChatLab(workspace, script);
        CodexSpringChatModel model = new CodexSpringChatModel(lab.calls().build())) {
      LlmException failure = assertThrows(LlmException.class, () -> model.call("go"));
      assertEquals(LlmException.Kind.NOT_LOGGED_IN, failure.kind());
      Throwable streamed =
          assertThrows(
              RuntimeException.class, () -> model.stream("go").blockLast(Duration.ofSeconds(60)));
      assertInstanceOf(LlmException.class, streamed);
    }
  }

  @Test
  void options_keep_what_they_say_when_they_are_changed() {
    CodexSpringChatOptions options =
        CodexSpringChatOptions.builder()
            .model("gpt-5.5")
            .outputSchema("{}")
            .temperature(0.1)
            .build();
    assertEquals(options, options.mutate().build());
    CodexSpringChatOptions.Builder other =
        CodexSpringChatOptions.builder().outputSchema("{\"a\":1}");
    CodexSpringChatOptions combined = options.mutate().combineWith(other).build();
    assertEquals("gpt-5.5", combined.getModel());
    assertEquals("{\"a\":1}", combined.getOutputSchema());
    assertFalse(options.equals(combined));
  }
}
