package dev.talaria.durable;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnStatus;
import java.util.List;

/**
 * What a step of a run came to, as an engine keeps it: at most {@value #MOST_BYTES} bytes of JSON,
 * each. What may pass by itself, such as a server that cannot be reached, is an exception instead:
 * the engine tries the step again. Immutable.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = StepResult.Opened.class, name = "opened"),
  @JsonSubTypes.Type(value = StepResult.Ended.class, name = "ended"),
  @JsonSubTypes.Type(value = StepResult.Asked.class, name = "asked"),
  @JsonSubTypes.Type(value = StepResult.ThreadGone.class, name = "threadGone")
})
public sealed interface StepResult {

  /** How many bytes of JSON a result has at most. */
  int MOST_BYTES = 32_000;

  /**
   * There is a thread.
   *
   * @param place where it lives: another place than was asked for if that is lost
   * @param threadId its id
   */
  record Opened(ThreadPlace place, String threadId) implements StepResult {
    /**
     * For tests of a host; {@link TurnSteps} makes those of a run.
     *
     * @param place not null
     * @param threadId not null
     */
    @JsonCreator
    public Opened(
        @JsonProperty("place") ThreadPlace place, @JsonProperty("threadId") String threadId) {
      this.place = place;
      this.threadId = threadId;
    }
  }

  /**
   * The turn has ended. What it said stays with Codex: {@link TurnSteps#read}.
   *
   * @param key the turn's key
   * @param turnId its id; empty when Codex never began it
   * @param status how it ended
   * @param cutOff whether it was interrupted by the end of its Codex, and not by anybody: what its
   *     commands did may be half done
   * @param errorKind the {@link TurnError.Kind#jsonName} of the failure; empty for none
   * @param error what failed, at most 1,000 characters; empty for nothing
   * @param running commands that still run, at most 10, each with at most 200 characters
   */
  record Ended(
      String key,
      String turnId,
      TurnStatus status,
      boolean cutOff,
      String errorKind,
      String error,
      List<String> running)
      implements StepResult {

    static final int MOST_ERROR = 1_000;
    static final int MOST_RUNNING = 10;
    static final int MOST_COMMAND = 200;

    /**
     * For tests of a host; {@link TurnSteps} makes those of a run.
     *
     * @param key not null
     * @param turnId empty for none
     * @param status not null
     * @param cutOff whether its Codex ended
     * @param errorKind empty for none
     * @param error empty for none
     * @param running copied
     */
    @JsonCreator
    public Ended(
        @JsonProperty("key") String key,
        @JsonProperty("turnId") String turnId,
        @JsonProperty("status") TurnStatus status,
        @JsonProperty("cutOff") boolean cutOff,
        @JsonProperty("errorKind") String errorKind,
        @JsonProperty("error") String error,
        @JsonProperty("running") List<String> running) {
      this.key = key;
      this.turnId = turnId;
      this.status = status;
      this.cutOff = cutOff;
      this.errorKind = errorKind;
      this.error = error;
      this.running = running == null ? List.of() : List.copyOf(running);
    }
  }

  /**
   * The turn waits for a decision, and continues in its Codex.
   *
   * @param approval what is asked
   */
  record Asked(PendingApproval approval) implements StepResult {
    /**
     * For tests of a host; {@link TurnSteps} makes those of a run.
     *
     * @param approval not null
     */
    @JsonCreator
    public Asked(@JsonProperty("approval") PendingApproval approval) {
      this.approval = approval;
    }
  }

  /**
   * The thread cannot be continued: its machine is lost, or Codex no longer has it.
   *
   * @param threadId the thread
   * @param reason what is wrong, at most 1,000 characters
   * @param bare whether Codex has the thread, but nothing of what was said in it: it was killed
   *     when it took the first prompt
   */
  record ThreadGone(String threadId, String reason, boolean bare) implements StepResult {
    /**
     * For tests of a host; {@link TurnSteps} makes those of a run.
     *
     * @param threadId not null
     * @param reason not null
     * @param bare whether nothing was said in the thread
     */
    @JsonCreator
    public ThreadGone(
        @JsonProperty("threadId") String threadId,
        @JsonProperty("reason") String reason,
        @JsonProperty("bare") boolean bare) {
      this.threadId = threadId;
      this.reason = Words.atMost(Ended.MOST_ERROR, reason);
      this.bare = bare;
    }

    /**
     * A thread of which Codex had something.
     *
     * @param threadId not null
     * @param reason not null
     */
    public ThreadGone(String threadId, String reason) {
      this(threadId, reason, false);
    }
  }
}
