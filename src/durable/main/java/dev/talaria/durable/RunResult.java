package dev.talaria.durable;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The result of a run. What its turns said stays with Codex: {@link TurnSteps#read}. Immutable.
 *
 * @param key the run's
 * @param threadId its thread, the latest; empty when none was opened
 * @param status how it ended
 * @param reason why it did not complete; empty when it did
 * @param turns its turns, in order, those that were cut off included
 */
public record RunResult(
    String key, String threadId, RunStatus status, String reason, List<StepResult.Ended> turns) {

  /**
   * For tests of a host; {@link RunState} makes those of a run.
   *
   * @param key not null
   * @param threadId empty for none
   * @param status not null
   * @param reason empty for none
   * @param turns copied
   */
  @JsonCreator
  public RunResult(
      @JsonProperty("key") String key,
      @JsonProperty("threadId") String threadId,
      @JsonProperty("status") RunStatus status,
      @JsonProperty("reason") String reason,
      @JsonProperty("turns") List<StepResult.Ended> turns) {
    this.key = key;
    this.threadId = threadId;
    this.status = status;
    this.reason = reason;
    this.turns = List.copyOf(turns);
  }
}
