package dev.talaria.durable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.base.TalariaException;
import dev.talaria.protocol.ThreadTurn;
import dev.talaria.protocol.v2.Methods;
import dev.talaria.protocol.v2.ThreadInjectItemsParams;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.ThreadGoneException;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.BackgroundCommand;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import dev.talaria.session.thread.HistorySeed;
import dev.talaria.transcript.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The steps of a run, each of which an engine may try again, in this worker or another one, also
 * while an earlier try still runs: a prompt is sent once, and a turn that runs is found again.
 *
 * <p>Safe for use by many threads. Every step attaches to the thread's Codex, and leaves it.
 */
public final class TurnSteps {

  /** How often a step looks for the turn again when its Codex has ended meanwhile. */
  private static final int TRIES = 3;

  private static final Duration APPROVAL_LIMIT = Duration.ofSeconds(20);
  private static final Duration INTERRUPT_LIMIT = Duration.ofSeconds(20);

  /** How many of the latest turns are looked at. */
  private static final int LATEST = 10;

  private final CodexEndpoints endpoints;
  private final BiConsumer<ThreadPlace, SessionOptions.Builder> settings;
  private final Function<String, List<Message>> history;
  private final Duration commandWait;
  private final Duration interval;

  private TurnSteps(Builder from) {
    endpoints = from.endpoints;
    settings = from.settings;
    history = from.history;
    commandWait = from.commandWait;
    interval = from.interval;
  }

  /**
   * Begins the set-up of a worker.
   *
   * @param endpoints how the worker reaches Codex
   * @return a builder that starts from the defaults
   */
  public static Builder builder(CodexEndpoints endpoints) {
    return new Builder(endpoints);
  }

  /**
   * Opens the thread of a run, with the run's key as its name: a thread without a name and without
   * turns is not kept by Codex (measured with 0.169.0). Blocks.
   *
   * @param step what {@link RunState#next} said
   * @return {@link StepResult.Opened}, or {@link StepResult.ThreadGone} if the place is lost
   * @throws TalariaException if Codex cannot be reached or refuses; the step may be tried again
   */
  public StepResult openThread(NextStep.OpenThread step) {
    boolean anew = !step.replaces().isEmpty();
    ThreadPlace place = anew ? endpoints.replacement(step.place()) : step.place();
    try (Codex codex = endpoints.connect(place);
        CodexSession session = codex.openSession(options(place).build())) {
      session.name(step.runKey());
      if (anew) {
        remember(codex, session.threadId(), history.apply(step.replaces()));
      }
      return new StepResult.Opened(place, session.threadId());
    } catch (PlaceLostException e) {
      return new StepResult.ThreadGone(step.replaces(), e.getMessage());
    }
  }

  /** As an item of the thread: Codex forgets a thread's instructions when nobody has it open. */
  private static void remember(Codex codex, String threadId, List<Message> history) {
    String seed = HistorySeed.with("", history);
    if (!seed.isEmpty()) {
      ObjectNode item = JsonNodeFactory.instance.objectNode();
      item.put("type", "message").put("role", "developer");
      item.putArray("content").addObject().put("type", "input_text").put("text", seed);
      codex.call(Methods.THREAD_INJECT_ITEMS, ThreadInjectItemsParams.of(List.of(item), threadId));
    }
  }

  /**
   * Starts a turn, or finds it by its key, and follows it to its end or to an approval that nobody
   * has decided; that one stays pending, and the turn continues in its Codex. Blocks; a thread that
   * is interrupted leaves the turn to the worker that takes the step up next.
   *
   * @param step what {@link RunState#next} said
   * @param progress told that the step is alive
   * @return {@link StepResult.Ended}, {@link StepResult.Asked} or {@link StepResult.ThreadGone}
   * @throws TalariaException if Codex cannot be reached, or the thread is interrupted; the step may
   *     be tried again
   */
  public StepResult follow(NextStep.Follow step, Progress progress) {
    DurableTurn turn = step.turn();
    try (Heartbeat heartbeat = new Heartbeat(progress, turn.threadId(), interval)) {
      for (int attempt = 1; true; attempt++) {
        try {
          return followOnce(step, heartbeat);
        } catch (PlaceLostException e) {
          return new StepResult.ThreadGone(turn.threadId(), e.getMessage());
        } catch (ThreadGoneException e) {
          return new StepResult.ThreadGone(turn.threadId(), e.getMessage(), e.isBare());
        } catch (CodexEndedException e) {
          if (attempt == TRIES) {
            throw e;
          }
        }
      }
    }
  }

  private StepResult followOnce(NextStep.Follow step, Heartbeat heartbeat) {
    DurableTurn turn = step.turn();
    StepApprovals approvals = new StepApprovals(step.decisions());
    SessionOptions options =
        options(turn.place())
            .resume(turn.threadId())
            .turnTimeout(step.limit())
            .approvals(approvals)
            .build();
    try (Codex codex = endpoints.connect(turn.place());
        CodexSession session = codex.openSession(options)) {
      if (heartbeat.isCancelled()) {
        return ended(turn, "", TurnStatus.INTERRUPTED, false, null, List.of());
      }
      Turn running =
          session.startTurn(TurnInput.of(turn.input()).once(turn.key()), TurnListener.NONE);
      heartbeat.follows(running);
      awaitEither(running.result(), approvals.undecided());
      if (!running.result().isDone()) {
        return new StepResult.Asked(PendingApproval.of(approvals.undecided().join()));
      }
      return ended(turn, codex, session, running.result().join(), heartbeat.isCancelled());
    }
  }

  private static void awaitEither(CompletableFuture<?> one, CompletableFuture<?> other) {
    try {
      CompletableFuture.anyOf(one, other).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TalariaException(
          "the step was interrupted; its turn continues, and the next attempt finds it", e);
    } catch (ExecutionException e) {
      throw new TalariaException("the turn has no result: " + e.getCause(), e);
    }
  }

  private StepResult ended(
      DurableTurn turn, Codex codex, CodexSession session, TurnResult result, boolean cancelled) {
    TurnError error = result.error();
    if (error != null && error.kind() == TurnError.Kind.CONNECTION_LOST) {
      throw new CodexEndedException(error.message());
    }
    boolean cutOff =
        result.interrupted() && !cancelled && wasCutOff(codex, turn.threadId(), result.turnId());
    // Only what a turn has left running by intent is worth waiting for.
    Duration wait = result.status() == TurnStatus.COMPLETED ? commandWait : Duration.ZERO;
    List<BackgroundCommand> commands = cutOff ? List.of() : session.awaitCommands(wait);
    return ended(turn, result.turnId(), result.status(), cutOff, error, commands);
  }

  private static StepResult.Ended ended(
      DurableTurn turn,
      String turnId,
      TurnStatus status,
      boolean cutOff,
      TurnError error,
      List<BackgroundCommand> commands) {
    return new StepResult.Ended(
        turn.key(),
        turnId,
        status,
        cutOff,
        error == null ? "" : error.kind().jsonName(),
        error == null ? "" : Words.atMost(StepResult.Ended.MOST_ERROR, error.message()),
        commands.stream()
            .limit(StepResult.Ended.MOST_RUNNING)
            .map(command -> Words.atMost(StepResult.Ended.MOST_COMMAND, command.command()))
            .toList());
  }

  private static boolean wasCutOff(Codex codex, String threadId, String turnId) {
    return codex.threads().turns(threadId, LATEST).entries().stream()
        .filter(turn -> turn.id().equals(turnId))
        .anyMatch(ThreadTurn::isCutOff);
  }

  /**
   * Interrupts a turn that no step follows, for a run that is cancelled while it waits. Blocks
   * until the turn has ended, for at most 20 seconds. No effect on a turn that has ended or was
   * never started.
   *
   * @param turn the turn
   * @throws TalariaException if Codex cannot be reached, or the turn does not end in time; the step
   *     may be tried again
   */
  public void interrupt(DurableTurn turn) {
    onThread(
        turn,
        new StepApprovals(List.of()),
        session -> {
          Optional<Turn> found = session.findTurn(turn.key());
          found.ifPresent(Turn::interrupt);
          found.ifPresent(one -> await(one.result(), INTERRUPT_LIMIT, "the turn's end"));
          return found;
        });
  }

  /**
   * Reads what a turn came to, from Codex. Blocks.
   *
   * @param turn the turn
   * @return the turn as Codex has kept it; empty while it runs, and if Codex does not have it
   * @throws TalariaException if Codex cannot be reached or no longer has the thread
   */
  public Optional<TurnResult> read(DurableTurn turn) {
    return onThread(
        turn,
        new StepApprovals(List.of()),
        session -> session.findTurn(turn.key()).map(found -> found.result().getNow(null)));
  }

  /**
   * Reads the whole text of a pending approval, with its secrets: for the person who decides; do
   * not keep it. Blocks, at most 20 seconds.
   *
   * @param turn the turn that asks
   * @param approval what {@link StepResult.Asked} said
   * @return the text; empty if that approval is no longer pending
   * @throws TalariaException if Codex cannot be reached or no longer has the thread
   */
  public Optional<String> approvalText(DurableTurn turn, PendingApproval approval) {
    CompletableFuture<String> text = new CompletableFuture<>();
    return onThread(
        turn,
        request -> {
          if (approval.equals(PendingApproval.of(request))) {
            text.complete(PendingApproval.fullText(request));
          }
          return new CompletableFuture<>();
        },
        session -> {
          try {
            return Optional.of(await(text, APPROVAL_LIMIT, "the approval"));
          } catch (TalariaException e) {
            return Optional.empty();
          }
        });
  }

  private <T> T onThread(
      DurableTurn turn, ApprovalHandler approvals, Function<CodexSession, T> task) {
    SessionOptions options =
        options(turn.place()).resume(turn.threadId()).approvals(approvals).build();
    try (Codex codex = endpoints.connect(turn.place());
        CodexSession session = codex.openSession(options)) {
      return task.apply(session);
    }
  }

  private static <T> T await(CompletableFuture<T> future, Duration limit, String what) {
    try {
      return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new TalariaException("%s did not arrive within %s".formatted(what, limit), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TalariaException("interrupted while waiting for " + what, e);
    } catch (ExecutionException e) {
      throw new TalariaException(what + " did not come: " + e.getCause(), e);
    }
  }

  private SessionOptions.Builder options(ThreadPlace place) {
    SessionOptions.Builder options = SessionOptions.builder();
    settings.accept(place, options);
    return options.cwd(Path.of(place.workspace())).approvalTimeout(Duration.ofDays(365));
  }

  /**
   * The Codex of the turn has ended while it was followed: its next one knows what happened to it.
   */
  private static final class CodexEndedException extends TalariaException {
    private static final long serialVersionUID = 1L;

    CodexEndedException(String message) {
      super(message);
    }
  }

  /** Collects the set-up of a worker. Not safe for use by many threads. */
  public static final class Builder {

    private final CodexEndpoints endpoints;
    private BiConsumer<ThreadPlace, SessionOptions.Builder> settings = (place, options) -> {};
    private Function<String, List<Message>> history = threadId -> List.of();
    private Duration commandWait = Duration.ofSeconds(10);
    private Duration interval = Duration.ofSeconds(5);

    private Builder(CodexEndpoints endpoints) {
      this.endpoints = Objects.requireNonNull(endpoints, "endpoints");
    }

    /**
     * Sets up the sessions of steps: model, sandbox, the policy that decides before a person is
     * asked, services. Every worker of a run should do the same. Directory, thread, handler and
     * time limits are the run's.
     *
     * @param setUp called for each step, with where it works
     * @return this builder
     */
    public Builder session(BiConsumer<ThreadPlace, SessionOptions.Builder> setUp) {
      settings = Objects.requireNonNull(setUp, "setUp");
      return this;
    }

    /**
     * Sets what the host remembers of a thread, for a run that begins a new one when that is gone.
     * Default: nothing.
     *
     * @param record gives the messages of a thread by its id, the oldest first
     * @return this builder
     */
    public Builder history(Function<String, List<Message>> record) {
      history = Objects.requireNonNull(record, "record");
      return this;
    }

    /**
     * Sets how long a step waits, after the end of its turn, for commands that the turn left
     * running; what still runs then is in {@link StepResult.Ended#running}. Default: 10 seconds.
     *
     * @param limit zero only looks
     * @return this builder
     */
    public Builder commandWait(Duration limit) {
      commandWait = Objects.requireNonNull(limit, "limit");
      return this;
    }

    /**
     * Sets how often {@link Progress#beat} is called. Default: every 5 seconds.
     *
     * @param every longer than zero
     * @return this builder
     */
    public Builder heartbeat(Duration every) {
      interval = Objects.requireNonNull(every, "every");
      return this;
    }

    /** {@return the steps} */
    public TurnSteps build() {
      return new TurnSteps(this);
    }
  }
}
