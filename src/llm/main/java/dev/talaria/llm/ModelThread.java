package dev.talaria.llm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.base.Guard;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.TurnResult;
import dev.talaria.session.TurnStatus;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ephemeral Codex thread of one call, opened when it is first asked something.
 *
 * <p>Used by its call's thread alone. Where the model is tried again, a thread in which nothing was
 * done yet is replaced by a fresh one; one in which tools have run goes on.
 */
final class ModelThread implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ModelThread.class);

  /** So that the call's own limit is the one that is told. */
  private static final Duration BEYOND_LIMIT = Duration.ofSeconds(10);

  private static final String GO_ON =
      "Your last turn was cut off by an error of the model's server. What the tools did before that"
          + " is done; do not repeat it. Go on from there.";

  private final LlmCall<?> call;
  private final CodexLlmRuntime.Setup setup;
  private final StepLimiter watch;
  private CodexSession session;
  private String model;
  private String lastText = "";
  private boolean worked;

  ModelThread(LlmCall<?> call) {
    this.call = call;
    this.setup = call.setup;
    this.watch = call instanceof LoopCall loop ? StepLimiter.of(loop) : StepLimiter.of(call);
  }

  /** Whether the step budget is used up. */
  boolean budgetReached() {
    return watch.budgetReached();
  }

  /** The model's last message; may be empty. */
  String lastText() {
    return lastText;
  }

  /**
   * Runs a turn, and tries again what the governor says may be tried again.
   *
   * @param schema the schema of the answer; {@code null} for none
   * @return a turn that was completed, or stopped by the budget
   * @throws LlmException if it failed
   * @throws java.util.concurrent.CancellationException if the call was stopped
   */
  TurnResult ask(String text, JsonNode schema) throws InterruptedException {
    if (model == null) {
      // Refused names before anything is started.
      ModelSlots.checked(setup.slots().model(call.options.role()));
      setup.codex().ensureRunning();
      model = setup.models().resolve(setup.slots().model(call.options.role()));
    }
    String prompt = text;
    int most = setup.pacing().maxAttempts();
    for (int attempt = 1; ; attempt++) {
      setup.pacing().waitForReady(call.stopped());
      call.stopped().throwIfCancelled();
      LlmException failure;
      try {
        TurnResult result = run(prompt, schema);
        lastText = result.finalText();
        if (result.status() == TurnStatus.COMPLETED || watch.budgetReached()) {
          worked = true;
          setup.pacing().passed();
          return result;
        }
        call.stopped().throwIfCancelled();
        failure = CallFailure.of(result.error());
      } catch (CancellationException e) {
        throw e;
      } catch (RuntimeException e) {
        call.stopped().throwIfCancelled();
        failure = CallFailure.of(e);
      }
      if (!setup.pacing().passesLater(failure) || attempt >= most) {
        throw failure;
      }
      log.info("attempt {} of {} failed: {}", attempt, most, failure.getMessage());
      worked |= watch.sawAction();
      if (worked) {
        prompt = GO_ON;
      } else {
        closeSession();
      }
    }
  }

  private TurnResult run(String prompt, JsonNode schema) throws InterruptedException {
    if (session == null) {
      setup.codex().ensureRunning();
      session = open();
      call.meter.newThread();
      call.stopped().throwIfCancelled();
    }
    TurnInput input = TurnInput.of(prompt);
    watch.begin();
    Turn turn = session.startTurn(schema == null ? input : input.outputSchema(schema), watch);
    watch.runs(turn::interrupt);
    call.running(turn::interrupt);
    try {
      return turn.result().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a turn always ends with a result", e);
    } finally {
      call.running(null);
    }
  }

  private CodexSession open() {
    SessionOptions.Builder options =
        EphemeralThread.options(
                setup.codex(),
                setup.cwd(),
                model,
                setup.isolation(),
                setup.users(),
                call.options.shell(),
                setup.config())
            .turnTimeout(call.options.timeout().orElse(setup.timeout()).plus(BEYOND_LIMIT));
    return EphemeralThread.open(setup.codex(), options, call.options.tools());
  }

  // --- the end

  private void closeSession() {
    CodexSession open = session;
    session = null;
    if (open != null) {
      // What the call came to must not be hidden by this.
      Guard.of("the end of a call's thread").run(open::close);
    }
  }

  /** Ends the thread. Idempotent. */
  @Override
  public void close() {
    closeSession();
  }
}
