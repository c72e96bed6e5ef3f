package dev.talaria.llm.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.base.DaemonThreads;
import dev.talaria.base.Redaction;
import dev.talaria.base.TalariaException;
import dev.talaria.base.internal.Limits;
import dev.talaria.codex.CodexOptions;
import dev.talaria.llm.CancellationToken;
import dev.talaria.llm.CodexLlmRuntime;
import dev.talaria.llm.Isolation;
import dev.talaria.llm.LlmException;
import dev.talaria.llm.ModelSlots;
import dev.talaria.llm.Role;
import dev.talaria.llm.TextRequest;
import dev.talaria.llm.call.CallFailure;
import dev.talaria.llm.call.ModelChoice;
import dev.talaria.session.Codex;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * Checks with one small call, without tools, whether the local Codex login can use a model.
 *
 * <p>Safe for use by many threads. A probe blocks, at most for the time limit; it neither waits for
 * a governor nor tries again.
 */
public final class AuthProbe {

  private static final String PROMPT = "Reply with exactly: ok";
  private static final Duration DEFAULT_LIMIT = Duration.ofSeconds(30);
  private static final DaemonThreads THREADS = DaemonThreads.named("talaria-probe");

  /** What Codex reports as text only; the second is of a provider's {@code env_key}. */
  private static final Pattern LOGIN =
      Pattern.compile("(?i)\\bnot logged in\\b|\\bmissing environment variable\\b");

  private final Codex codex;
  private final Duration limit;
  private final Isolation isolation;

  private AuthProbe(Codex codex, Duration limit, Isolation isolation) {
    this.codex = Objects.requireNonNull(codex, "codex");
    this.limit = limit;
    this.isolation = Objects.requireNonNull(isolation, "isolation");
  }

  /**
   * {@return a probe on this Codex with a limit of 30 seconds}
   *
   * @param codex stays open
   */
  public static AuthProbe on(Codex codex) {
    return new AuthProbe(codex, DEFAULT_LIMIT, Isolation.STRICT);
  }

  /**
   * {@return the same with another limit}
   *
   * @param newLimit longer than zero
   */
  public AuthProbe within(Duration newLimit) {
    return new AuthProbe(codex, Limits.positive("the limit", newLimit), isolation);
  }

  /**
   * {@return the same with another isolation, that of the calls to come; strict if not set}
   *
   * @param newIsolation not null
   */
  public AuthProbe with(Isolation newIsolation) {
    return new AuthProbe(codex, limit, newIsolation);
  }

  /**
   * Launches a Codex for one probe. A model that is not one of Codex's starts nothing; a Codex that
   * is missing or does not start is {@link ProbeResult.Unreachable}.
   *
   * @param options what is launched, and ended again
   * @param model an alias or an id, as in {@code llm.models}
   * @return what the probe came to
   */
  public static ProbeResult launching(CodexOptions options, String model) {
    try {
      ModelChoice.checked(model);
    } catch (LlmException e) {
      return judge(model, e);
    }
    try (Codex codex = Codex.launch(options)) {
      return on(codex).probe(model);
    } catch (TalariaException e) {
      return new ProbeResult.Unreachable(model, Redaction.redact(e.getMessage()));
    }
  }

  /**
   * Tries a model.
   *
   * @param model an alias or an id, as in {@code llm.models}
   * @return what the call came to
   * @throws TalariaException if the thread is interrupted meanwhile
   */
  public ProbeResult probe(String model) {
    String name;
    try {
      name = ModelChoice.checked(model);
    } catch (LlmException e) {
      return judge(model, e);
    }
    CancellationToken token = CancellationToken.create();
    CompletableFuture<ProbeResult> result =
        CompletableFuture.supplyAsync(
            () -> attempt(name, token), task -> THREADS.newThread(task).start());
    try {
      return result.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return new ProbeResult.Unreachable(
          name, "there was no answer within " + limit.toMillis() + " ms");
    } catch (ExecutionException e) {
      return judge(name, CallFailure.of(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TalariaException("interrupted while " + name + " was probed", e);
    } finally {
      token.cancel();
    }
  }

  private ProbeResult attempt(String name, CancellationToken token) {
    JsonNode login = codex.call("account/read", Map.of(), JsonNode.class, limit);
    if (login.path("requiresOpenaiAuth").asBoolean() && !login.path("account").isObject()) {
      return new ProbeResult.NotLoggedIn(
          name, "Codex is not logged in, and its model provider requires a login");
    }
    String model = new ModelChoice(codex).resolve(name);
    try (CodexLlmRuntime llm =
        CodexLlmRuntime.on(codex)
            .models(ModelSlots.of(Map.of(Role.DEFAULT, model)))
            .isolation(isolation)
            .timeout(limit)
            .build()) {
      llm.generateText(TextRequest.builder(PROMPT).cancellation(token).build()).get();
      return new ProbeResult.Ok(model);
    } catch (ExecutionException e) {
      return judge(model, CallFailure.of(e.getCause()));
    } catch (InterruptedException | CancellationException e) {
      return new ProbeResult.Unreachable(model, "the probe was stopped");
    }
  }

  /** What a failed call says about login, model and connection. */
  static ProbeResult judge(String model, LlmException failure) {
    String details = Redaction.redact(failure.getMessage());
    return switch (failure.kind()) {
      case UNSUPPORTED_MODEL -> new ProbeResult.ModelUnavailable(model, false, details);
      case MODEL_UNAVAILABLE -> new ProbeResult.ModelUnavailable(model, true, details);
      case NOT_LOGGED_IN -> new ProbeResult.NotLoggedIn(model, details);
      case RATE_LIMIT, USAGE_LIMIT, OVERLOADED ->
          new ProbeResult.RateLimited(model, failure.retryAt(), details);
      default ->
          LOGIN.matcher(details).find()
              ? new ProbeResult.NotLoggedIn(model, details)
              : new ProbeResult.Unreachable(model, details);
    };
  }

  /**
   * Tries each distinct model of a configuration once, in its isolation, that of {@link
   * Role#DEFAULT} first: without it nothing works, and the others are not tried.
   *
   * @param config with a backend
   * @return what each call came to, and the models that are left
   * @throws IllegalStateException if the configuration has no backend
   */
  public ProbedModels probe(LlmConfig config) {
    String anchor = config.slots().model(Role.DEFAULT);
    AuthProbe probe = with(config.isolation());
    ProbeResult first = probe.probe(anchor);
    Set<String> others = new LinkedHashSet<>(config.slots().models());
    others.remove(anchor);
    return ProbedModels.of(config, first, others, probe::probe);
  }
}
