package dev.talaria.llm.langchain4j;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.talaria.llm.ChatReply;
import dev.talaria.llm.LlmUsage;
import java.util.List;

/** Replies of Codex in LangChain4j's terms. Pure functions. */
final class Replies {

  private Replies() {}

  static ChatResponse response(ChatReply reply) {
    List<ToolExecutionRequest> requests =
        reply.toolCalls().stream()
            .map(
                call ->
                    ToolExecutionRequest.builder()
                        .id(call.id())
                        .name(call.name())
                        .arguments(call.arguments())
                        .build())
            .toList();
    AiMessage message =
        AiMessage.builder()
            .text(reply.text().isEmpty() ? null : reply.text())
            .toolExecutionRequests(requests)
            .build();
    return ChatResponse.builder()
        .aiMessage(message)
        .id(reply.id())
        .modelName(reply.model())
        // null means "not reported" to LangChain4j.
        .tokenUsage(reply.usage().equals(LlmUsage.NONE) ? null : CodexTokenUsage.of(reply.usage()))
        .finishReason(requests.isEmpty() ? FinishReason.STOP : FinishReason.TOOL_EXECUTION)
        .build();
  }
}
