package dev.talaria.restate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.talaria.durable.DurableTurn;
import dev.talaria.durable.NextStep;
import dev.talaria.durable.PendingApproval;
import dev.talaria.durable.RunState;
import dev.talaria.durable.RunStatus;
import dev.talaria.durable.ThreadPlace;
import java.util.Optional;

/**
 * The state of a run, as the engine stores it with the run: small, without prompts and transcript.
 * Immutable.
 *
 * @param key the run's
 * @param status how it stands
 * @param reason why it ended, if it did not complete; empty otherwise
 * @param place where its thread lives; {@code null} before the run's first step
 * @param threadId its thread; empty before it is opened
 * @param turnKey the key of the turn that runs or waits; empty when there is none
 * @param turns how many turns have ended
 * @param approvals how many approvals the run has waited for, the pending one included
 * @param pending the approval that it waits for; {@code null} for none
 */
public record RestateRun(
    String key,
    RunStatus status,
    String reason,
    ThreadPlace place,
    String threadId,
    String turnKey,
    int turns,
    int approvals,
    PendingApproval pending) {

  /** Stands for a prompt, where only the key of a turn is needed. */
  private static final String NOT_KEPT = "(with the run)";

  /**
   * For JSON, and for tests of a host.
   *
   * @param key not null
   * @param status not null
   * @param reason empty for none
   * @param place {@code null} for none
   * @param threadId empty for none
   * @param turnKey empty for none
   * @param turns not negative
   * @param approvals not negative
   * @param pending {@code null} for none
   */
  @JsonCreator
  public RestateRun(
      @JsonProperty("key") String key,
      @JsonProperty("status") RunStatus status,
      @JsonProperty("reason") String reason,
      @JsonProperty("place") ThreadPlace place,
      @JsonProperty("threadId") String threadId,
      @JsonProperty("turnKey") String turnKey,
      @JsonProperty("turns") int turns,
      @JsonProperty("approvals") int approvals,
      @JsonProperty("pending") PendingApproval pending) {
    this.key = key;
    this.status = status;
    this.reason = reason;
    this.place = place;
    this.threadId = threadId;
    this.turnKey = turnKey;
    this.turns = turns;
    this.approvals = approvals;
    this.pending = pending;
  }

  /** A run that the engine has accepted, and no worker has begun. */
  static RestateRun accepted(String key) {
    return new RestateRun(key, RunStatus.RUNNING, "", null, "", "", 0, 0, null);
  }

  static RestateRun of(RunState state, int approvals) {
    return new RestateRun(
        state.request().key(),
        state.status(),
        state.reason(),
        state.place(),
        state.threadId(),
        state.next() instanceof NextStep.Follow follow ? follow.turn().key() : "",
        state.turns().size(),
        approvals,
        state.pending());
  }

  /** The same, waiting in the turn that ran. */
  RestateRun inTurn(String key) {
    return new RestateRun(
        this.key, status, reason, place, threadId, key, turns, approvals, pending);
  }

  /** {@return the approval that the run waits for; empty for none} */
  @JsonIgnore
  public Optional<PendingApproval> approval() {
    return Optional.ofNullable(pending);
  }

  /**
   * {@return the turn that runs or waits, for {@link dev.talaria.durable.TurnSteps#read} and {@link
   * dev.talaria.durable.TurnSteps#approvalText}; its prompt is not kept here} Empty when there is
   * none.
   */
  @JsonIgnore
  public Optional<DurableTurn> turn() {
    return turnKey.isEmpty() || threadId.isEmpty()
        ? Optional.empty()
        : Optional.of(new DurableTurn(place, threadId, turnKey, NOT_KEPT));
  }
}
