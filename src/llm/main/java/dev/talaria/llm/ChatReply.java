package dev.talaria.llm;

import dev.talaria.transcript.ToolCall;
import java.util.List;
import java.util.Objects;

/**
 * The reply of the model: its answer, or calls of the caller's tools. Immutable.
 *
 * @param id the Codex turn; the replies of one turn have the same
 * @param model the model that Codex used
 * @param text what the model said, without its comments on its own work; empty only beside calls
 * @param toolCalls what the caller is to run; empty when this is the answer
 * @param usage the tokens that Codex has reported since the turn's last reply. Codex reports those
 *     of a request that ended in calls only when they are answered (0.169.0): they are in the reply
 *     that follows, and this is {@link LlmUsage#NONE}
 */
public record ChatReply(
    String id, String model, String text, List<ToolCall> toolCalls, LlmUsage usage) {

  /**
   * Checks the components and copies the calls.
   *
   * @param id not null
   * @param model not null
   * @param text not null
   * @param toolCalls empty for none
   * @param usage not null
   */
  public ChatReply {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(usage, "usage");
    toolCalls = List.copyOf(toolCalls);
  }
}
