package dev.talaria.llm;

import dev.talaria.base.internal.Limits;
import dev.talaria.llm.call.CallOptions;
import dev.talaria.tools.HostTool;
import dev.talaria.tools.ToolRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** Collects what every request has; not safe for use by many threads. */
abstract class CallBuilder<B extends CallBuilder<B>> {

  int stepBudget = Integer.MAX_VALUE;
  Consumer<LoopStep> onStep = step -> {};
  private final String prompt;
  private Role role = Role.DEFAULT;
  private String system = "";
  private ToolRegistry tools = ToolRegistry.of();
  private boolean shell;
  private CancellationToken cancellation = CancellationToken.none();
  private Consumer<String> onDelta = delta -> {};
  private Consumer<LlmMetrics> onMetrics = metrics -> {};
  private Optional<Duration> timeout = Optional.empty();

  /**
   * @param shell whether commands may be run by default
   */
  CallBuilder(String prompt, boolean shell) {
    if (prompt.isBlank()) {
      throw new IllegalArgumentException("a call needs a prompt that is not blank");
    }
    this.prompt = prompt;
    this.shell = shell;
  }

  abstract B self();

  final CallOptions options() {
    return new CallOptions(
        role,
        system.isEmpty() ? prompt : system + "\n\n" + prompt,
        tools,
        shell,
        cancellation,
        onDelta,
        onMetrics,
        timeout,
        stepBudget,
        onStep);
  }

  /**
   * What the call is for; {@link Role#DEFAULT} if not set.
   *
   * @param purpose not null
   * @return this builder
   */
  public B role(Role purpose) {
    this.role = Objects.requireNonNull(purpose, "purpose");
    return self();
  }

  /**
   * What the model is told before the prompt.
   *
   * @param text nothing if empty, as by default
   * @return this builder
   */
  public B system(String text) {
    this.system = Objects.requireNonNull(text, "text");
    return self();
  }

  /**
   * Tools of the host that the model may call.
   *
   * @param offered none by default
   * @return this builder
   * @throws IllegalArgumentException if two have the same name
   */
  public B tools(List<HostTool> offered) {
    this.tools = ToolRegistry.of(offered);
    return self();
  }

  /**
   * Whether the model may run commands, in the read-only sandbox: with {@link Isolation#STRICT} a
   * loop may if not said otherwise, a call for text or an object may not. With {@link
   * Isolation#USER} it always may.
   *
   * @param allowed whether it may
   * @return this builder
   */
  public B shell(boolean allowed) {
    this.shell = allowed;
    return self();
  }

  /**
   * What cancels the call.
   *
   * @param token {@link CancellationToken#none()} if not set
   * @return this builder
   */
  public B cancellation(CancellationToken token) {
    this.cancellation = Objects.requireNonNull(token, "token");
    return self();
  }

  /**
   * Receives each delta of the model's text as it comes, that of an attempt that fails later too.
   * On a worker thread, one at a time; what it throws is logged.
   *
   * @param listener should be quick
   * @return this builder
   */
  public B onDelta(Consumer<String> listener) {
    this.onDelta = Objects.requireNonNull(listener, "listener");
    return self();
  }

  /**
   * Receives what the call took, once, before its future completes, also when it failed.
   *
   * @param listener should be quick
   * @return this builder
   */
  public B onMetrics(Consumer<LlmMetrics> listener) {
    this.onMetrics = Objects.requireNonNull(listener, "listener");
    return self();
  }

  /**
   * How long the call may take, waits and retries included; the runtime's limit if not set.
   *
   * @param limit longer than zero
   * @return this builder
   */
  public B timeout(Duration limit) {
    this.timeout = Optional.of(Limits.positive("timeout", limit));
    return self();
  }
}
