package dev.talaria.llm.call;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.base.Guard;
import dev.talaria.llm.LlmException;
import dev.talaria.llm.ToolFailure;
import dev.talaria.session.CodexSession;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

/**
 * A call with an ephemeral Codex thread of its own, opened when it is first asked something.
 *
 * <p>The call's worker alone uses the thread. Where the model is tried again, a thread in which
 * nothing was done yet is replaced by a fresh one; one in which tools have run continues.
 */
abstract class ThreadCall<T> extends LlmCall<T> {

  /** So that the call's own limit is the one that is reported. */
  private static final Duration BEYOND_LIMIT = Duration.ofSeconds(10);

  private static final String GO_ON =
      "Your last turn was cut off by an error of the model's server. What the tools did before that"
          + " is done; do not repeat it. Go on from there.";

  final CallOptions options;
  final CallMeter meter = new CallMeter();
  private final String model;
  private final Duration turnLimit;
  final StepLimiter steps = new StepLimiter(this);
  private CodexSession session;
  private String prompt;

  /** The model's last message; may be empty. */
  volatile String lastText = "";

  private boolean worked;

  /**
   * @param operation what is called, for an observer
   * @param model as it was configured
   */
  ThreadCall(CallSetup setup, String operation, String model, CallOptions options) {
    super(
        setup, operation, model, options.timeout().orElse(setup.timeout()), options.cancellation());
    this.model = model;
    this.options = options;
    this.turnLimit = options.timeout().orElse(setup.timeout()).plus(BEYOND_LIMIT);
  }

  /** The failure that failed calls of tools are together; empty without any. */
  final Optional<LlmException> toolProblem() {
    List<ToolFailure> failures = meter.failures();
    return failures.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new LlmException(
                LlmException.Kind.TOOL_FAILED,
                failures.stream()
                    .map(failure -> failure.tool() + ": " + failure.message())
                    .collect(Collectors.joining("; ", "Codex runtime tool call failed: ", ""))));
  }

  /**
   * Asks for an answer.
   *
   * @param schema the schema of the answer; {@code null} for none
   * @throws LlmException if the turn or a tool failed
   */
  final String answer(String text, JsonNode schema) throws InterruptedException {
    ask(text, schema);
    Optional<LlmException> problem = toolProblem();
    if (problem.isPresent()) {
      throw problem.get();
    }
    return lastText;
  }

  /**
   * Runs a turn to its end or to that of the step budget, with further attempts where they help.
   *
   * @param schema the schema of the answer; {@code null} for none
   * @throws LlmException if it failed
   * @throws java.util.concurrent.CancellationException if the call was stopped
   */
  final void ask(String text, JsonNode schema) throws InterruptedException {
    // Refused names before anything is started or waited for.
    ModelChoice.checked(model);
    prompt = text;
    attempt(() -> run(schema), this::prepareAgain);
  }

  private TurnResult run(JsonNode schema) throws InterruptedException {
    if (session == null) {
      session =
          setup.open(
              model,
              options.shell(),
              options.tools(),
              calls -> new BudgetedTools(calls, steps::budgetReached),
              thread -> thread.turnTimeout(turnLimit));
      meter.newThread();
      stopped().throwIfCancelled();
    }
    TurnInput input = TurnInput.of(prompt);
    steps.begin();
    Turn turn = session.startTurn(schema == null ? input : input.outputSchema(schema), steps);
    interruptBy(turn::interrupt);
    TurnResult result;
    try {
      result = turn.result().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a turn always ends with a result", e);
    } finally {
      interruptBy(null);
    }
    lastText = result.finalText();
    if (result.status() != TurnStatus.COMPLETED && !steps.budgetReached()) {
      throw CallFailure.of(result.error());
    }
    worked = true;
    return result;
  }

  private boolean prepareAgain() {
    worked |= steps.sawAction();
    if (worked) {
      prompt = GO_ON;
    } else {
      close();
    }
    return true;
  }

  /** Ends the thread. Idempotent. */
  @Override
  protected final void close() {
    CodexSession open = session;
    session = null;
    if (open != null) {
      // What the call came to must not be hidden by this.
      Guard.of("the end of a call's thread").run(open::close);
    }
  }

  @Override
  final void finishing() {
    listeners.run(() -> options.onMetrics().accept(meter.metrics()));
  }

  @Override
  final LlmException described(LlmException failure) {
    return CallFailure.with(failure, meter.metrics());
  }
}
