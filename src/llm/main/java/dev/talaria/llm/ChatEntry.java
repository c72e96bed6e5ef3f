package dev.talaria.llm;

import dev.talaria.protocol.InputPart;
import dev.talaria.transcript.ToolCall;
import java.util.List;
import java.util.Objects;

/** One row of a conversation that a {@link ChatCall} continues with. All kinds are immutable. */
public sealed interface ChatEntry {

  /**
   * What the user wrote.
   *
   * @param parts texts and pictures, in order; at least one that is not blank text
   */
  record User(List<InputPart> parts) implements ChatEntry {
    /**
     * Checks and copies the parts.
     *
     * @param parts at least one that is not blank text
     * @throws IllegalArgumentException if there is none
     */
    public User {
      parts = List.copyOf(parts);
      if (parts.stream().allMatch(part -> part instanceof InputPart.Text t && t.text().isBlank())) {
        throw new IllegalArgumentException("the user's message must not be blank");
      }
    }
  }

  /**
   * What the model wrote, or the tools it called.
   *
   * @param text may be empty
   * @param toolCalls each answered by a {@link Result} row that follows
   */
  record Assistant(String text, List<ToolCall> toolCalls) implements ChatEntry {
    /**
     * Checks the text and copies the calls.
     *
     * @param text not null
     * @param toolCalls empty for none
     */
    public Assistant {
      Objects.requireNonNull(text, "text");
      toolCalls = List.copyOf(toolCalls);
    }
  }

  /**
   * What a tool gave.
   *
   * @param callId the id of the call
   * @param tool the tool's name
   * @param text for the model; may be empty
   * @param failed whether the tool failed, which the text should say
   */
  record Result(String callId, String tool, String text, boolean failed) implements ChatEntry {
    /**
     * Checks the components.
     *
     * @param callId not null
     * @param tool not null
     * @param text not null
     * @param failed whether the tool failed
     */
    public Result {
      Objects.requireNonNull(callId, "callId");
      Objects.requireNonNull(tool, "tool");
      Objects.requireNonNull(text, "text");
    }
  }
}
