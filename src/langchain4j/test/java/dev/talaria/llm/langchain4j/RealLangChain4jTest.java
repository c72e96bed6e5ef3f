package dev.talaria.llm.langchain4j;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.NonRetriableException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.listener.ChatModelErrorContext;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.listener.ChatModelRequestContext;
import dev.langchain4j.model.chat.listener.ChatModelResponseContext;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.Result;
import dev.langchain4j.service.TokenStream;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.fixtures.model.Usage;
import dev.talaria.llm.ChatCalls;
import dev.talaria.llm.ChatLab;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** LangChain4j's own parts with our models in place, on the real Codex. */
@Timeout(120)
class RealLangChain4jTest {

  @TempDir Path workspace;

  record Person(String name, int age) {}

  interface Extractor {
    Result<Person> extract(String text);
  }

  interface Assistant {
    Result<String> chat(String text);
  }

  interface StreamingAssistant {
    TokenStream chat(String text);
  }

  static final class Calculator {
    final List<String> calls = new CopyOnWriteArrayList<>();

    @Tool("Adds two numbers")
    int add(int a, int b) {
      calls.add(a + "+" + b);
      return a + b;
    }
  }

  /** A handler that remembers. */
  private static class Heard implements StreamingChatResponseHandler {
    final List<String> pieces = new CopyOnWriteArrayList<>();
    final List<String> tools = new CopyOnWriteArrayList<>();
    final CompletableFuture<ChatResponse> end = new CompletableFuture<>();

    @Override
    public void onPartialResponse(String piece) {
      pieces.add(piece);
    }

    @Override
    public void onCompleteToolCall(CompleteToolCall call) {
      tools.add(call.index() + " " + call.toolExecutionRequest().name());
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
      end.complete(response);
    }

    @Override
    public void onError(Throwable error) {
      end.completeExceptionally(error);
    }
  }

  /** A listener that remembers. */
  private static final class Watcher implements ChatModelListener {
    final List<String> heard = new CopyOnWriteArrayList<>();

    @Override
    public void onRequest(ChatModelRequestContext context) {
      heard.add("request " + context.chatRequest().messages().size());
    }

    @Override
    public void onResponse(ChatModelResponseContext context) {
      heard.add("response " + context.chatResponse().aiMessage().text());
    }

    @Override
    public void onError(ChatModelErrorContext context) {
      heard.add("error " + context.error().getClass().getSimpleName());
    }
  }

  @Test
  void listeners_are_told_what_each_request_came_to() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .text("One.")
            .text("Two.")
            .reply(Reply.apiError(429, "rate_limit_exceeded", "slow down"))
            .build();
    Watcher watcher = new Watcher();
    try (ChatLab lab = new ChatLab(workspace, script);
        ChatCalls calls = lab.calls().build()) {
      CodexChatModel model = new CodexChatModel(calls, List.of(watcher));
      model.chat("1");
      Heard heard = new Heard();
      new CodexStreamingChatModel(calls, List.of(watcher)).chat("2", heard);
      heard.end.get(60, TimeUnit.SECONDS);
      assertThrows(RateLimitException.class, () -> model.chat("3"));
    }
    assertEquals(
        List.of(
            "request 1",
            "response One.",
            "request 1",
            "response Two.",
            "request 1",
            "error RateLimitException"),
        watcher.heard);
  }

  @Test
  void a_chat_has_its_roles_usage_finish_reason_and_model() {
    ModelScript script =
        ModelScript.builder()
            .reply(Reply.text("Blue.").usage(new Usage(100, 60, 10, 4, 110)))
            .build();
    try (ChatLab lab = new ChatLab(workspace, script);
        CodexChatModel model = new CodexChatModel(lab.calls().build())) {
      ChatResponse response =
          model.chat(
              SystemMessage.from("Be brief."),
              UserMessage.from("I like blue."),
              AiMessage.from("Noted."),
              UserMessage.from("What do I like?"));
      assertEquals("Blue.", response.aiMessage().text());
      assertEquals(FinishReason.STOP, response.finishReason());
      CodexTokenUsage usage = assertInstanceOf(CodexTokenUsage.class, response.tokenUsage());
      assertEquals(100, usage.inputTokenCount());
      assertEquals(60, usage.cachedInputTokens());
      assertEquals(10, usage.outputTokenCount());
      assertEquals(4, usage.reasoningOutputTokens());
      assertEquals(110, usage.totalTokenCount());
      assertFalse(response.modelName().isBlank());
      assertFalse(response.id().isBlank());
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
  void a_service_runs_its_tools_and_sums_the_usage() {
    ModelScript script =
        ModelScript.builder()
            .reply(
                OutputItem.call("add", Map.of("a", 2, "b", 3)),
                OutputItem.call("add", Map.of("a", 4, "b", 5)))
            .text("5 and 9.")
            .text("You asked for sums.")
            .build();
    try (ChatLab lab = new ChatLab(workspace, script);
        CodexChatModel model = new CodexChatModel(lab.calls().build())) {
      Calculator calculator = new Calculator();
      Assistant assistant =
          AiServices.builder(Assistant.class)
              .chatModel(model)
              .chatMemory(MessageWindowChatMemory.withMaxMessages(20))
              .tools(calculator)
              .build();
      // javac is run with -parameters here, so the names are the tool's own.
      Result<String> result = assistant.chat("2+3 and 4+5?");
      assertEquals("5 and 9.", result.content());
      assertEquals(220, result.tokenUsage().totalTokenCount());
      assertEquals(FinishReason.STOP, result.finishReason());
      assertEquals("You asked for sums.", assistant.chat("What did I ask?").content());
      List<String> heard = lab.heard(2);
      assertEquals("user: 2+3 and 4+5?", heard.get(0));
      assertEquals("user: What did I ask?", heard.get(heard.size() - 1));
      assertEquals(2, heard.stream().filter(row -> row.startsWith("result: ")).count());
    }
  }

  @Test
  void a_service_gets_its_object_by_the_schema() {
    try (ChatLab lab = new ChatLab(workspace, ModelScript.texts("{\"name\":\"Ada\",\"age\":36}"));
        CodexChatModel model = new CodexChatModel(lab.calls().build())) {
      Extractor extractor = AiServices.create(Extractor.class, model);
      assertEquals(new Person("Ada", 36), extractor.extract("Ada is 36.").content());
      var schema = lab.model.requests().get(0).body().at("/text/format/schema");
      assertEquals("object", schema.path("type").asText());
      assertEquals(2, schema.path("required").size());
      assertFalse(schema.path("additionalProperties").asBoolean(true));
    }
  }

  @Test
  void a_stream_tells_pieces_then_the_whole() throws Exception {
    ModelScript script =
        ModelScript.builder().reply(OutputItem.chunks("One ", "two ", "three")).build();
    try (ChatLab lab = new ChatLab(workspace, script);
        CodexStreamingChatModel model = new CodexStreamingChatModel(lab.calls().build())) {
      Heard heard = new Heard();
      model.chat("count", heard);
      ChatResponse response = heard.end.get(60, TimeUnit.SECONDS);
      assertEquals(List.of("One ", "two ", "three"), heard.pieces);
      assertEquals("One two three", response.aiMessage().text());
      assertEquals(110, response.tokenUsage().totalTokenCount());
      assertEquals(FinishReason.STOP, response.finishReason());
    }
  }

  @Test
  void a_streaming_service_runs_its_tools() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .reply(OutputItem.call("add", Map.of("a", 2, "b", 3)))
            .text("It is 5.")
            .build();
    try (ChatLab lab = new ChatLab(workspace, script);
        CodexStreamingChatModel model = new CodexStreamingChatModel(lab.calls().build())) {
      Calculator calculator = new Calculator();
      StreamingAssistant assistant =
          AiServices.builder(StreamingAssistant.class)
              .streamingChatModel(model)
              .tools(calculator)
              .build();
      CompletableFuture<ChatResponse> end = new CompletableFuture<>();
      StringBuffer text = new StringBuffer();
      assistant
          .chat("2+3?")
          .onPartialResponse(text::append)
          .onCompleteResponse(end::complete)
          .onError(end::completeExceptionally)
          .start();
      assertEquals("It is 5.", end.get(60, TimeUnit.SECONDS).aiMessage().text());
      assertEquals("It is 5.", text.toString());
      assertEquals(List.of("2+3"), calculator.calls);
      assertEquals("5", lab.model.requests().get(1).outputOf("call_1_1").orElseThrow());
    }
  }

  @Test
  void a_cancelled_stream_ends_its_turn_and_says_no_more() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .reply(Reply.of(OutputItem.chunks("One ", "two ", "three")).hangAfter(4))
            .text("next")
            .build();
    try (ChatLab lab = new ChatLab(workspace, script);
        ChatCalls calls = lab.calls().build()) {
      CompletableFuture<Boolean> cancelled = new CompletableFuture<>();
      Heard heard =
          new Heard() {
            @Override
            public void onPartialResponse(PartialResponse piece, PartialResponseContext context) {
              pieces.add(piece.text());
              context.streamingHandle().cancel();
              cancelled.complete(context.streamingHandle().isCancelled());
            }
          };
      new CodexStreamingChatModel(calls).chat("count", heard);
      assertTrue(cancelled.get(60, TimeUnit.SECONDS));
      assertEquals("next", new CodexChatModel(calls).chat("go"));
      assertEquals(List.of("One "), heard.pieces);
      assertFalse(heard.end.isDone());
    }
  }

  @Test
  void failures_are_the_exceptions_of_langchain4j() {
    assertFailure(429, "rate_limit_exceeded", "Slow down.", RateLimitException.class);
    assertFailure(401, "invalid_api_key", "Incorrect API key.", AuthenticationException.class);
    assertFailure(
        400,
        "model_not_found",
        "The model `gpt-x` does not exist or you do not have access to it.",
        ModelNotFoundException.class);
    assertFailure(500, "server_error", "Broken.", InternalServerException.class);
  }

  private void assertFailure(
      int status, String code, String message, Class<? extends Throwable> expected) {
    ModelScript script =
        ModelScript.builder().repeat().reply(Reply.apiError(status, code, message)).build();
    try (ChatLab lab = new ChatLab(workspace, script);
        CodexChatModel model = new CodexChatModel(lab.calls().build())) {
      Throwable failure = assertThrows(expected, () -> model.chat("go"));
      assertNotNull(failure.getCause());
    }
  }

  @Test
  void a_plan_that_is_used_up_is_not_tried_again() {
    ModelScript script =
        ModelScript.builder()
            .repeat()
            .reply(
                Reply.httpError(
                    429,
                    "{\"error\":{\"type\":\"usage_limit_reached\",\"message\":\"limit\",\"resets_in_seconds\":3600}}"))
            .build();
    try (ChatLab lab = new ChatLab(workspace, script);
        CodexChatModel model = new CodexChatModel(lab.calls().build())) {
      assertThrows(NonRetriableException.class, () -> model.chat("go"));
    }
  }

  @Test
  void what_codex_does_not_have_is_refused() {
    try (ChatLab lab = new ChatLab(workspace, ModelScript.texts());
        CodexChatModel model = new CodexChatModel(lab.calls().build())) {
      ChatRequest warm =
          ChatRequest.builder().messages(UserMessage.from("go")).temperature(0.5).build();
      assertThrows(UnsupportedFeatureException.class, () -> model.chat(warm));
      ChatRequest json =
          ChatRequest.builder()
              .messages(UserMessage.from("go"))
              .responseFormat(ResponseFormat.JSON)
              .build();
      assertThrows(UnsupportedFeatureException.class, () -> model.chat(json));
      ChatRequest strange =
          ChatRequest.builder().messages(UserMessage.from("go")).modelName("claude").build();
      assertThrows(ModelNotFoundException.class, () -> model.chat(strange));
      Heard heard = new Heard();
      new CodexStreamingChatModel(lab.codex).chat(warm, heard);
      await().atMost(Duration.ofMinutes(1)).until(heard.end::isCompletedExceptionally);
      assertEquals(List.of(), lab.model.requests());
    }
  }
}
