package dev.talaria.llm.springai;

import dev.talaria.base.Guard;
import dev.talaria.llm.ChatCalls;
import dev.talaria.llm.ChatReply;
import dev.talaria.session.Codex;
import io.micrometer.observation.ObservationRegistry;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import reactor.core.publisher.Flux;

/**
 * The user's own Codex as a Spring AI chat model, with streaming.
 *
 * <p>Safe for use by many threads. {@code call} blocks; interrupting its thread cancels the call,
 * and so does disposing a stream's subscription. Failures are {@link
 * dev.talaria.llm.LlmException}s: Spring AI 2 has no exceptions of its own for them. As Spring AI 2
 * wants it, calls of tools are in the response and the caller runs them: {@code ChatClient} does.
 * Closing the model closes its {@link ChatCalls}.
 */
public final class CodexSpringChatModel implements ChatModel, AutoCloseable {

  private final ChatCalls calls;
  private final Prompts prompts = new Prompts();
  private final CodexSpringChatOptions options;
  private final ObservationRegistry observations;

  /**
   * A model with everything at its default.
   *
   * @param codex stays open when the model is closed
   */
  public CodexSpringChatModel(Codex codex) {
    this(ChatCalls.of(codex));
  }

  /**
   * A model with these settings.
   *
   * @param calls closed with the model
   */
  public CodexSpringChatModel(ChatCalls calls) {
    this(calls, CodexSpringChatOptions.builder().build());
  }

  /**
   * A model with these settings, and options for prompts that have none.
   *
   * @param calls closed with the model
   * @param options never mixed with those of a prompt
   */
  public CodexSpringChatModel(ChatCalls calls, CodexSpringChatOptions options) {
    this(calls, options, ObservationRegistry.NOOP);
  }

  /**
   * The same, observed as Spring AI's own models are.
   *
   * @param calls closed with the model
   * @param options never mixed with those of a prompt
   * @param observations where each request is observed
   */
  public CodexSpringChatModel(
      ChatCalls calls, CodexSpringChatOptions options, ObservationRegistry observations) {
    this.calls = Objects.requireNonNull(calls, "calls");
    this.options = Objects.requireNonNull(options, "options");
    this.observations = Objects.requireNonNull(observations, "observations");
  }

  @Override
  public CodexSpringChatOptions getOptions() {
    return options;
  }

  @Override
  public ChatResponse call(Prompt prompt) {
    Observed observed = Observed.of(observations, prompt, optionsOf(prompt), false);
    return observed.around(
        () -> {
          ChatReply reply = calls.reply(prompts.call(prompt, optionsOf(prompt)));
          return Responses.of(reply, reply.text());
        });
  }

  /** Nothing happens before somebody subscribes; each subscription is a call of its own. */
  @Override
  public Flux<ChatResponse> stream(Prompt prompt) {
    if (observations.isNoop()) {
      return deltas(prompt);
    }
    return Flux.defer(
        () -> Observed.of(observations, prompt, optionsOf(prompt), true).around(deltas(prompt)));
  }

  private Flux<ChatResponse> deltas(Prompt prompt) {
    return Flux.create(
        sink -> {
          CompletableFuture<ChatReply> reply =
              calls.call(
                  prompts.call(prompt, optionsOf(prompt)),
                  delta -> sink.next(Responses.delta(delta)));
          sink.onDispose(() -> reply.cancel(true));
          reply.whenComplete(
              (value, error) -> {
                if (error == null) {
                  Guard.of("the end of a stream")
                      .call(
                          () -> {
                            sink.next(Responses.of(value, "")).complete();
                            return sink;
                          },
                          failure -> {
                            sink.error(failure);
                            return sink;
                          });
                } else {
                  sink.error(error instanceof CompletionException ? error.getCause() : error);
                }
              });
        });
  }

  private ChatOptions optionsOf(Prompt prompt) {
    return prompt.getOptions() == null ? options : prompt.getOptions();
  }

  @Override
  public void close() {
    calls.close();
  }
}
