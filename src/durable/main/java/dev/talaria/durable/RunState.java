package dev.talaria.durable;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.talaria.approval.ApprovalDecision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * How far a run has come. It has no effects and reads no clock, so an engine may compute it again
 * from what it has journaled, or keep it as JSON. Immutable.
 *
 * @param request what is to be done
 * @param place where the thread lives: the request's, until it is lost
 * @param threadId the thread; empty before it is opened
 * @param replaces the thread that is gone and is to be replaced; empty for none
 * @param status how the run stands
 * @param reason why it ended, if it did not complete; empty otherwise
 * @param prompt the index of the prompt that is worked on
 * @param continuation how often its turn has been continued in this thread
 * @param losses how often its Codex or its thread was lost
 * @param pending the approval that is waited for; {@code null} for none
 * @param decisions those that were given in the turn
 * @param turns those that have ended
 */
public record RunState(
    RunRequest request,
    ThreadPlace place,
    String threadId,
    String replaces,
    RunStatus status,
    String reason,
    int prompt,
    int continuation,
    int losses,
    PendingApproval pending,
    List<Decision> decisions,
    List<StepResult.Ended> turns) {

  /** What the model is told when its turn was cut off: Codex says that the user interrupted it. */
  static final String GO_ON =
      "The previous turn was cut off because the machine or the program that ran it stopped. The"
          + " user did not interrupt it. Its last command may have run, in part or not at all:"
          + " look at what is there before anything is repeated. Then continue with the task.";

  /**
   * The same, with the task: a Codex that is killed in the moment in which it takes a prompt may
   * list the turn afterwards, and not have the prompt for the model (0.169.0, seen under load).
   */
  static String goOn(String prompt) {
    return GO_ON + " The task, in case it has not reached you:\n\n" + prompt;
  }

  /** Of one turn; older ones were used long ago. */
  private static final int MOST_DECISIONS = 20;

  /**
   * For JSON; a run begins with {@link #of}.
   *
   * @param request not null
   * @param place not null
   * @param threadId empty for none
   * @param replaces empty for none
   * @param status not null
   * @param reason empty for none
   * @param prompt an index
   * @param continuation not negative
   * @param losses not negative
   * @param pending {@code null} for none
   * @param decisions copied
   * @param turns copied
   */
  @JsonCreator
  public RunState(
      @JsonProperty("request") RunRequest request,
      @JsonProperty("place") ThreadPlace place,
      @JsonProperty("threadId") String threadId,
      @JsonProperty("replaces") String replaces,
      @JsonProperty("status") RunStatus status,
      @JsonProperty("reason") String reason,
      @JsonProperty("prompt") int prompt,
      @JsonProperty("continuation") int continuation,
      @JsonProperty("losses") int losses,
      @JsonProperty("pending") PendingApproval pending,
      @JsonProperty("decisions") List<Decision> decisions,
      @JsonProperty("turns") List<StepResult.Ended> turns) {
    this.request = Objects.requireNonNull(request, "request");
    this.place = Objects.requireNonNull(place, "place");
    this.threadId = threadId;
    this.replaces = replaces;
    this.status = status;
    this.reason = reason;
    this.prompt = prompt;
    this.continuation = continuation;
    this.losses = losses;
    this.pending = pending;
    this.decisions = List.copyOf(decisions);
    this.turns = List.copyOf(turns);
  }

  /**
   * {@return a run that has done nothing yet}
   *
   * @param request what is to be done
   */
  public static RunState of(RunRequest request) {
    return new RunState(
        request,
        request.place(),
        "",
        "",
        RunStatus.RUNNING,
        "",
        0,
        0,
        0,
        null,
        List.of(),
        List.of());
  }

  /** {@return what is to be done next} */
  public NextStep next() {
    if (status.isOver()) {
      return new NextStep.Done(new RunResult(request.key(), threadId, status, reason, turns));
    }
    if (threadId.isEmpty()) {
      return new NextStep.OpenThread(place, request.key(), replaces);
    }
    return pending == null
        ? new NextStep.Follow(turnHere(), decisions, request.turnLimit())
        : new NextStep.AwaitDecision(pending, request.approvalLimit());
  }

  /**
   * {@return the turn that the run has come to} For {@link TurnSteps#interrupt}, {@link
   * TurnSteps#read} and {@link TurnSteps#approvalText}. Empty while there is no thread. Codex does
   * not have it before its step has begun.
   */
  public Optional<DurableTurn> turn() {
    return threadId.isEmpty() ? Optional.empty() : Optional.of(turnHere());
  }

  private DurableTurn turnHere() {
    String key = request.key() + "#" + (prompt + 1);
    return continuation == 0
        ? new DurableTurn(place, threadId, key, request.prompts().get(prompt))
        : new DurableTurn(
            place, threadId, key + "." + continuation, goOn(request.prompts().get(prompt)));
  }

  /**
   * The step has been done.
   *
   * @param result what it came to
   * @return how the run stands now; a result that comes after the run's end changes nothing
   */
  public RunState after(StepResult result) {
    if (status.isOver()) {
      return this;
    }
    if (result instanceof StepResult.Opened opened) {
      return new Change(this).opened(opened).state();
    }
    if (result instanceof StepResult.Asked asked) {
      return new Change(this).asked(asked.approval()).state();
    }
    if (result instanceof StepResult.ThreadGone gone) {
      return new Change(this).gone(gone).state();
    }
    return new Change(this).ended((StepResult.Ended) result).state();
  }

  /**
   * A person has decided.
   *
   * @param decision about the approval that is pending
   * @return how the run stands now
   * @throws IllegalArgumentException if that approval is not pending: it was decided before, or
   *     what is asked now is another one
   */
  public RunState decided(Decision decision) {
    check(decision);
    return new Change(this).decided(decision).state();
  }

  /**
   * Checks a decision before it is taken, as an engine's validator does.
   *
   * @param decision what a person decided
   * @throws IllegalArgumentException if its approval is not pending
   */
  public void check(Decision decision) {
    if (pending == null) {
      throw new IllegalArgumentException(
          "the run %s waits for no decision: it is %s"
              .formatted(request.key(), status.name().toLowerCase(Locale.ROOT)));
    }
    if (!pending.isDecidedBy(decision)) {
      throw new IllegalArgumentException(
          "the decision is about another approval than the run %s waits for; look at it again"
              .formatted(request.key()));
    }
  }

  /**
   * {@return the run after its approval was pending for too long: it is declined}
   *
   * @param at the time now
   */
  public RunState expired(Instant at) {
    return pending == null
        ? this
        : decided(
            Decision.of(pending, ApprovalDecision.Kind.DECLINE, "nobody, within the limit", at));
  }

  /**
   * {@return the run after it was cancelled, and its turn interrupted} So also a run that {@link
   * #after} has ended as interrupted by somebody: it was the run itself.
   */
  public RunState cancelled() {
    return cancelled("cancelled");
  }

  /**
   * {@return the run after it was cancelled} The step may have reported the interrupted turn
   * before; a run that has ended otherwise stays as it is.
   *
   * @param why the reason to be kept, such as that the turn could not be interrupted
   */
  public RunState cancelled(String why) {
    return status.isOver() && status != RunStatus.INTERRUPTED
        ? this
        : new Change(this).over(RunStatus.CANCELLED, why).state();
  }

  /** The parts of the next state. */
  private static final class Change {
    private final RunRequest request;
    private ThreadPlace place;
    private String threadId;
    private String replaces;
    private RunStatus status;
    private String reason;
    private int prompt;
    private int continuation;
    private int losses;
    private PendingApproval pending;
    private List<Decision> decisions;
    private final List<StepResult.Ended> turns;

    Change(RunState from) {
      request = from.request;
      place = from.place;
      threadId = from.threadId;
      replaces = from.replaces;
      status = from.status;
      reason = from.reason;
      prompt = from.prompt;
      continuation = from.continuation;
      losses = from.losses;
      pending = from.pending;
      decisions = from.decisions;
      turns = new ArrayList<>(from.turns);
    }

    RunState state() {
      return new RunState(
          request,
          place,
          threadId,
          replaces,
          status,
          reason,
          prompt,
          continuation,
          losses,
          pending,
          decisions,
          turns);
    }

    Change opened(StepResult.Opened opened) {
      place = opened.place();
      threadId = opened.threadId();
      replaces = "";
      return this;
    }

    Change asked(PendingApproval approval) {
      pending = approval;
      status = RunStatus.WAITING;
      return this;
    }

    Change decided(Decision decision) {
      pending = null;
      status = RunStatus.RUNNING;
      List<Decision> more = new ArrayList<>(decisions);
      more.add(decision);
      decisions = latest(more);
      return this;
    }

    /** Those that an engine can keep with each step: few, and with the answers of about one. */
    private static List<Decision> latest(List<Decision> all) {
      int first = all.size() - 1;
      int content = all.get(first).content().length();
      while (first > 0 && all.size() - first < MOST_DECISIONS) {
        content += all.get(first - 1).content().length();
        if (content > Decision.MOST_CONTENT) {
          break;
        }
        first--;
      }
      return all.subList(first, all.size());
    }

    Change gone(StepResult.ThreadGone gone) {
      // Where nothing was said and no turn has ended, there is nothing to lose.
      boolean nothingDone = gone.bare() && turns.isEmpty();
      if (request.whenThreadGone() == WhenThreadGone.STOP && !nothingDone) {
        return over(RunStatus.THREAD_GONE, gone.reason());
      }
      if (losses == request.mostContinuations()) {
        return over(RunStatus.THREAD_GONE, "too often: " + gone.reason());
      }
      continuation = 0;
      replaces = gone.threadId();
      threadId = "";
      return afterLoss();
    }

    Change ended(StepResult.Ended turn) {
      turns.add(turn);
      if (turn.cutOff()) {
        return cutOff();
      }
      return switch (turn.status()) {
        case COMPLETED -> completed();
        case FAILED -> over(RunStatus.FAILED, turn.error());
        case INTERRUPTED -> over(RunStatus.INTERRUPTED, "somebody interrupted the turn");
      };
    }

    private Change completed() {
      if (prompt + 1 == request.prompts().size()) {
        return over(RunStatus.COMPLETED, "");
      }
      prompt++;
      continuation = 0;
      losses = 0;
      decisions = List.of();
      return freshTurn();
    }

    private Change cutOff() {
      if (losses == request.mostContinuations()) {
        return over(
            RunStatus.FAILED,
            "the turn was cut off %d times by the end of its Codex".formatted(losses + 1));
      }
      continuation++;
      return afterLoss();
    }

    /** What was decided is worth as much as the run says. */
    private Change afterLoss() {
      losses++;
      decisions =
          request.afterLoss() == AfterLoss.CARRY_SAME
              ? decisions.stream().map(Decision::carried).toList()
              : List.of();
      return freshTurn();
    }

    private Change freshTurn() {
      pending = null;
      status = RunStatus.RUNNING;
      return this;
    }

    Change over(RunStatus end, String why) {
      freshTurn();
      status = end;
      reason = why;
      return this;
    }
  }
}
