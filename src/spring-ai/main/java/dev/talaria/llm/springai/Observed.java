package dev.talaria.llm.springai;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import java.util.function.Supplier;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.MessageAggregator;
import org.springframework.ai.chat.observation.ChatModelObservationContext;
import org.springframework.ai.chat.observation.ChatModelObservationDocumentation;
import org.springframework.ai.chat.observation.DefaultChatModelObservationConvention;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.observation.conventions.AiProvider;
import reactor.core.publisher.Flux;

/**
 * One request as Spring AI's observation {@code gen_ai.client.operation}: names and keys are those
 * of its own models, of which token metrics and traces are made.
 *
 * @param observation not yet started
 */
record Observed(Observation observation, ChatModelObservationContext context) {

  private static final DefaultChatModelObservationConvention NAMES =
      new DefaultChatModelObservationConvention();

  /**
   * A request that has not begun.
   *
   * @param options those that it is made with
   */
  static Observed of(
      ObservationRegistry registry, Prompt prompt, ChatOptions options, boolean streaming) {
    ChatModelObservationContext context =
        ChatModelObservationContext.builder()
            .prompt(new Prompt(prompt.getInstructions(), options))
            .provider(AiProvider.OPENAI.value())
            .streaming(streaming)
            .build();
    return new Observed(
        ChatModelObservationDocumentation.CHAT_MODEL_OPERATION.observation(
            null, NAMES, () -> context, registry),
        context);
  }

  /** The request, from its beginning to its response. */
  ChatResponse around(Supplier<ChatResponse> request) {
    return observation.observe(
        () -> {
          ChatResponse response = request.get();
          context.setResponse(response);
          return response;
        });
  }

  /** The same for a stream, whose subscriber may bring an observation that this is part of. */
  Flux<ChatResponse> around(Flux<ChatResponse> deltas) {
    return Flux.deferContextual(
        subscriber -> {
          Observation parent = subscriber.getOrDefault(ObservationThreadLocalAccessor.KEY, null);
          observation.parentObservation(parent).start();
          return new MessageAggregator()
              .aggregate(deltas, context::setResponse)
              .doOnError(observation::error)
              .doFinally(end -> observation.stop())
              .contextWrite(
                  written -> written.put(ObservationThreadLocalAccessor.KEY, observation));
        });
  }
}
