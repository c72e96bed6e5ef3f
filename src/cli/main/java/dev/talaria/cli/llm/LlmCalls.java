package dev.talaria.cli.llm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.talaria.cli.process.Interrupts;
import dev.talaria.cli.terminal.Terminal;
import dev.talaria.codex.CodexOptions;
import dev.talaria.llm.CancellationToken;
import dev.talaria.llm.CodexLlmRuntime;
import dev.talaria.llm.LlmException;
import dev.talaria.llm.LlmMetrics;
import dev.talaria.llm.Role;
import dev.talaria.llm.config.LlmConfig;
import dev.talaria.llm.ratelimit.RateLimitGovernor;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.session.Codex;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * A Codex with a runtime for the calls of one command; Ctrl-C cancels them.
 *
 * <p>Belongs to one thread. Waits for limits are shown on the error stream.
 */
final class LlmCalls implements AutoCloseable {

  private final Codex codex;
  private final RateLimitGovernor.Subscription shows;
  private final CancellationToken cancellation = CancellationToken.create();
  private final CodexLlmRuntime runtime;

  private LlmCalls(
      Codex codex, LlmPrompt prompt, LlmConfig read, Map<String, Object> config, PrintWriter err) {
    RateLimitGovernor governor = RateLimitGovernor.of(read.rateLimit(), 1);
    this.codex = codex;
    this.shows = governor.subscribe(new WaitLine(err, Terminal.interactive()));
    CodexLlmRuntime.Builder builder =
        CodexLlmRuntime.on(codex)
            .models(prompt.slots(read))
            .governor(governor)
            .isolation(read.isolation())
            .config(config);
    prompt.timeout().ifPresent(builder::timeout);
    this.runtime = builder.build();
    Interrupts.onFirst(
        () -> {
          err.println("  cancelling; Ctrl-C again ends the program");
          err.flush();
          cancellation.cancel();
        });
  }

  /** Launches Codex for calls in the role of the prompt. */
  static LlmCalls open(LlmPrompt prompt, PrintWriter err) {
    return open(prompt, prompt.options().build(), Map.of(), err);
  }

  /**
   * The same with a Codex of its own.
   *
   * @param config keys of Codex's configuration for each call
   */
  static LlmCalls open(
      LlmPrompt prompt, CodexOptions options, Map<String, Object> config, PrintWriter err) {
    LlmConfig read =
        prompt
            .config(Set.of(prompt.role()))
            .orElseGet(() -> LlmConfig.codex(Map.of(Role.DEFAULT, "default")));
    read.warnings().forEach(err::println);
    Codex codex = Codex.launch(options);
    try {
      return new LlmCalls(codex, prompt, read, config, err);
    } catch (RuntimeException | Error e) {
      codex.close();
      throw e;
    }
  }

  CodexLlmRuntime runtime() {
    return runtime;
  }

  CancellationToken cancellation() {
    return cancellation;
  }

  /**
   * Waits for a call.
   *
   * @throws LlmException if it failed or was cancelled
   */
  static <T> T await(CompletableFuture<T> call) throws InterruptedException {
    try {
      return call.get();
    } catch (CancellationException e) {
      throw new LlmException(LlmException.Kind.OTHER, "the call was cancelled");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Adds what a call took to a document. */
  static void describe(LlmMetrics metrics, ObjectNode document) {
    document.put("totalMs", metrics.total().toMillis());
    document.set("usage", WireJson.mapper().valueToTree(metrics.usage()));
  }

  @Override
  public void close() {
    runtime.close();
    shows.close();
    codex.close();
  }
}
