package dev.talaria.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;

/**
 * What {@code turn/start} sends. A {@code null} component is not sent.
 *
 * @param threadId the thread
 * @param input what the user says; never empty, because 0.125.0 and 0.130.0 never end such a turn
 * @param model a model id; stays for later turns
 * @param effort the reasoning effort; stays for later turns
 * @param outputSchema a JSON Schema for the final message; this turn only
 */
public record TurnStartParams(
    String threadId, List<UserInput> input, String model, String effort, JsonNode outputSchema) {
  public TurnStartParams {
    Objects.requireNonNull(threadId, "threadId");
    input = List.copyOf(input);
  }
}
