package dev.talaria.llm.springai;

import dev.talaria.llm.ChatReply;
import dev.talaria.llm.LlmUsage;
import java.util.List;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.metadata.ChatGenerationMetadata;
import org.springframework.ai.chat.metadata.ChatResponseMetadata;
import org.springframework.ai.chat.metadata.DefaultUsage;
import org.springframework.ai.chat.metadata.EmptyUsage;
import org.springframework.ai.chat.metadata.Usage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;

/** Replies of Codex in Spring AI's terms. Pure functions. */
final class Responses {

  private Responses() {}

  /** A delta of a text. */
  static ChatResponse delta(String text) {
    return new ChatResponse(List.of(new Generation(new AssistantMessage(text))));
  }

  /** A reply with this text: its own, or none behind the deltas of a stream. */
  static ChatResponse of(ChatReply reply, String text) {
    List<AssistantMessage.ToolCall> calls =
        reply.toolCalls().stream()
            .map(
                call ->
                    new AssistantMessage.ToolCall(
                        call.id(), "function", call.name(), call.arguments()))
            .toList();
    AssistantMessage message = AssistantMessage.builder().content(text).toolCalls(calls).build();
    ChatGenerationMetadata ended =
        ChatGenerationMetadata.builder()
            .finishReason(calls.isEmpty() ? "STOP" : "TOOL_CALLS")
            .build();
    return new ChatResponse(
        List.of(new Generation(message, ended)),
        ChatResponseMetadata.builder()
            .id(reply.id())
            .model(reply.model())
            .usage(usage(reply.usage()))
            .build());
  }

  private static Usage usage(LlmUsage usage) {
    if (usage.equals(LlmUsage.NONE)) {
      return new EmptyUsage();
    }
    return new DefaultUsage(
        Math.toIntExact(usage.inputTokens()),
        Math.toIntExact(usage.outputTokens()),
        Math.toIntExact(usage.totalTokens()),
        usage,
        usage.cachedInputTokens(),
        null);
  }
}
