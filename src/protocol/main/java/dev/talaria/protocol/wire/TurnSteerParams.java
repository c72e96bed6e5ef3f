package dev.talaria.protocol.wire;

import dev.talaria.protocol.UserInput;
import java.util.List;

/**
 * What {@code turn/steer} sends: more input for the turn that runs.
 *
 * @param threadId the thread
 * @param input what the user adds; never empty
 * @param expectedTurnId the turn that is meant; Codex refuses when another one runs
 */
public record TurnSteerParams(String threadId, List<UserInput> input, String expectedTurnId) {
  public TurnSteerParams {
    input = List.copyOf(input);
  }
}
