package dev.talaria.llm;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.base.Thrown;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.protocol.InputPart;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A host whose classes and listeners fail in a model call, on the real Codex. */
@Timeout(120)
class RealLlmFailureTest {

  @TempDir Path workspace;

  /** Cannot be made: its class does not begin. */
  public record Broken(String answer) {
    private static final int LIMIT = Integer.parseInt("no number");

    public Broken {
      if (answer.length() > LIMIT) {
        throw new IllegalArgumentException("too long");
      }
    }
  }

  static Stream<Throwable> kinds() {
    return Stream.of(
        new IOException("checked"),
        new NoSuchMethodError("'void com.example.Gone()'"),
        new StackOverflowError());
  }

  @Test
  void an_answer_whose_class_does_not_begin_fails_the_call_at_once() throws Exception {
    try (LlmLab lab =
        new LlmLab(workspace, ModelScript.texts("{\"answer\":\"a\"}", "{\"answer\":\"b\"}", "c"))) {
      LlmException first =
          LlmLab.failure(
              lab.llm.generateObject(ObjectRequest.builder("judge", Broken.class).build()));
      assertEquals(LlmException.Kind.OTHER, first.kind());
      assertTrue(first.getMessage().contains("ExceptionInInitializerError"), first.getMessage());
      LlmException second =
          LlmLab.failure(
              lab.llm.generateObject(ObjectRequest.builder("judge", Broken.class).build()));
      assertTrue(second.getMessage().contains("NoClassDefFoundError"), second.getMessage());
      assertEquals("c", LlmLab.get(lab.llm.generateText(TextRequest.builder("go").build())));
      await().until(() -> lab.llm.openCalls() == 0);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void listeners_of_a_call_may_throw_anything(Throwable any) throws Exception {
    try (LlmLab lab = new LlmLab(workspace, ModelScript.texts("fine", "fine"))) {
      TextRequest text =
          TextRequest.builder("go")
              .onDelta(delta -> Thrown.sneakily(any))
              .onMetrics(metrics -> Thrown.sneakily(any))
              .build();
      assertEquals("fine", LlmLab.get(lab.llm.generateText(text)));
      LoopRequest loop = LoopRequest.builder("go").onStep(step -> Thrown.sneakily(any)).build();
      assertEquals("fine", LlmLab.get(lab.llm.runAgentLoop(loop)).finalText());
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void the_listener_of_a_chat_call_may_throw_anything(Throwable any) throws Exception {
    try (ChatLab lab = new ChatLab(workspace, ModelScript.texts("fine"));
        ChatCalls calls = lab.calls().timeout(Duration.ofMinutes(10)).build()) {
      ChatCall call =
          ChatCall.builder(List.of(new ChatEntry.User(List.of(new InputPart.Text("go"))))).build();
      ChatReply reply = calls.call(call, piece -> Thrown.sneakily(any)).get(60, TimeUnit.SECONDS);
      assertEquals("fine", reply.text());
    }
  }
}
