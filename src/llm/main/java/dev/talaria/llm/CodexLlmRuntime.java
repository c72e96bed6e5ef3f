package dev.talaria.llm;

import dev.talaria.llm.call.CallOptions;
import dev.talaria.llm.call.CallSetup;
import dev.talaria.llm.call.LoopCall;
import dev.talaria.llm.call.ObjectCall;
import dev.talaria.llm.call.TextCall;
import dev.talaria.session.Codex;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * Makes model calls on the user's own Codex: each call is a fresh ephemeral thread on one shared
 * connection, read-only, without approvals, without a search on the web.
 *
 * <p>Safe for use by many threads. A running call holds one daemon thread. Closing it cancels the
 * calls that run; the {@link Codex} belongs to the caller that launched it. Tools need the
 * experimental API ({@link dev.talaria.codex.CodexOptions#experimentalApi}, on by default): they
 * are dynamic tools of the thread.
 */
public final class CodexLlmRuntime implements LlmRuntime, AutoCloseable {

  private final CallSetup setup;
  private final ModelSlots models;
  private final int repairAttempts;

  private CodexLlmRuntime(Builder builder) {
    setup = builder.setup("talaria-llm", builder.config);
    models = builder.models;
    repairAttempts = builder.repairAttempts;
  }

  /**
   * {@return a builder of a runtime on this Codex, with everything at its default}
   *
   * @param codex stays open when the runtime is closed
   */
  public static Builder on(Codex codex) {
    return new Builder(codex);
  }

  @Override
  public CompletableFuture<String> generateText(TextRequest request) {
    CallOptions options = request.options();
    return setup.start(new TextCall(setup, models.model(options.role()), options));
  }

  @Override
  public <T> CompletableFuture<T> generateObject(ObjectRequest<T> request) {
    CallOptions options = request.options();
    String model = models.model(options.role());
    return setup.start(new ObjectCall<>(setup, model, options, repairAttempts, request::answer));
  }

  @Override
  public CompletableFuture<LoopResult> runAgentLoop(LoopRequest request) {
    CallOptions options = request.options();
    String model = models.model(options.role());
    return setup.start(new LoopCall(setup, model, options, request.toolFailures()));
  }

  /** How many calls have no result yet or are still worked on. */
  int openCalls() {
    return setup.openCalls();
  }

  /** Cancels the calls that run; later ones fail. Idempotent; does not wait. */
  @Override
  public void close() {
    setup.close();
  }

  /** Collects what a runtime is; not safe for use by many threads. */
  public static final class Builder extends SetupBuilder<Builder> {

    private ModelSlots models = ModelSlots.defaults();
    private Map<String, Object> config = Map.of();
    private int repairAttempts = 1;

    private Builder(Codex codex) {
      super(codex);
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * The model of each role; the installation's default for all of them if not set.
     *
     * @param slots not yet checked; a model that Codex does not have fails the calls
     * @return this builder
     */
    public Builder models(ModelSlots slots) {
      this.models = Objects.requireNonNull(slots, "slots");
      return this;
    }

    /**
     * Keys of Codex's configuration for the threads of all calls, such as those of {@code
     * ScopedServers.config()}: MCP servers that the model may use in any isolation.
     *
     * @param keys dotted keys, and values that Jackson can write; copied
     * @return this builder
     */
    public Builder config(Map<String, ?> keys) {
      this.config = Map.copyOf(keys);
      return this;
    }

    /**
     * How often an invalid answer is sent back to be corrected; once if not set.
     *
     * @param times not negative; 0 for never
     * @return this builder
     */
    public Builder repairAttempts(int times) {
      if (times < 0) {
        throw new IllegalArgumentException("repairAttempts must not be negative: " + times);
      }
      this.repairAttempts = times;
      return this;
    }

    /** {@return the runtime} */
    public CodexLlmRuntime build() {
      return new CodexLlmRuntime(this);
    }
  }
}
