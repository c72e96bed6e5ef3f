package dev.talaria.spring.boot;

import dev.talaria.llm.ChatCalls;
import dev.talaria.llm.springai.CodexSpringChatModel;
import dev.talaria.llm.springai.CodexSpringChatOptions;
import dev.talaria.session.Codex;
import io.micrometer.observation.ObservationRegistry;
import java.nio.file.Path;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import reactor.core.publisher.Flux;

/**
 * Spring AI's chat model on the program's Codex, which the first prompt starts. Safe for use by
 * many threads.
 */
final class LazyChatModel implements ChatModel, AutoCloseable {

  private final LazyCodex codex;
  private final ObservationRegistry observations;
  private final CodexSpringChatOptions options = CodexSpringChatOptions.builder().build();
  private Codex startedOn;
  private CodexSpringChatModel started;

  LazyChatModel(LazyCodex codex, ObservationRegistry observations) {
    this.codex = codex;
    this.observations = observations;
  }

  private CodexSpringChatModel model() {
    Codex current = codex.codex();
    synchronized (this) {
      if (startedOn != current) {
        close();
        String cwd = codex.starter().properties().session().cwd();
        ChatCalls.Builder calls = ChatCalls.on(current);
        started =
            new CodexSpringChatModel(
                (cwd == null ? calls : calls.cwd(Path.of(cwd))).build(), options, observations);
        startedOn = current;
      }
      return started;
    }
  }

  @Override
  public ChatOptions getOptions() {
    return options;
  }

  @Override
  public ChatResponse call(Prompt prompt) {
    return model().call(prompt);
  }

  @Override
  public Flux<ChatResponse> stream(Prompt prompt) {
    return Flux.defer(() -> model().stream(prompt));
  }

  @Override
  public synchronized void close() {
    if (started != null) {
      started.close();
    }
  }
}
