package dev.talaria.llm;

import dev.talaria.llm.call.CallOptions;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** A loop of the model with tools. Immutable; its {@link Builder} belongs to one thread. */
public final class LoopRequest {

  /** How many steps a loop may take if it does not say otherwise. */
  public static final int DEFAULT_STEP_BUDGET = 40;

  private final CallOptions options;
  private final ToolFailurePolicy toolFailures;
  private final Map<String, String> tags;

  private LoopRequest(Builder builder) {
    this.options = builder.options();
    this.toolFailures = builder.toolFailures;
    this.tags = builder.tags;
  }

  /**
   * {@return a builder of a loop that works on this prompt}
   *
   * @param userPrompt not blank
   * @throws IllegalArgumentException if it is blank
   */
  public static Builder builder(String userPrompt) {
    return new Builder(userPrompt);
  }

  CallOptions options() {
    return options;
  }

  /** {@return how many actions may end before the loop is stopped} */
  public int stepBudget() {
    return options.stepBudget();
  }

  /** {@return what a failed tool call means} */
  public ToolFailurePolicy toolFailures() {
    return toolFailures;
  }

  /** {@return what the host calls this loop in its logs} */
  public Map<String, String> tags() {
    return tags;
  }

  /** Collects a request; not safe for use by many threads. */
  public static final class Builder extends CallBuilder<Builder> {

    private ToolFailurePolicy toolFailures = ToolFailurePolicy.ERROR;
    private Map<String, String> tags = Map.of();

    private Builder(String prompt) {
      super(prompt, true);
      stepBudget = DEFAULT_STEP_BUDGET;
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * How many actions may end before the loop is stopped; 40 if not set.
     *
     * @param steps at least 1
     * @return this builder
     */
    public Builder stepBudget(int steps) {
      if (steps < 1) {
        throw new IllegalArgumentException("stepBudget must be at least 1, not " + steps);
      }
      this.stepBudget = steps;
      return this;
    }

    /**
     * Receives each step as it ends, on a worker thread, one at a time; what it throws is logged
     * and changes nothing.
     *
     * @param listener should be quick
     * @return this builder
     */
    public Builder onStep(Consumer<LoopStep> listener) {
      this.onStep = Objects.requireNonNull(listener, "listener");
      return this;
    }

    /**
     * What a failed tool call means; {@link ToolFailurePolicy#ERROR} if not set.
     *
     * @param policy not null
     * @return this builder
     */
    public Builder toolFailures(ToolFailurePolicy policy) {
      this.toolFailures = Objects.requireNonNull(policy, "policy");
      return this;
    }

    /**
     * What the host calls this loop in its logs.
     *
     * @param names copied; neither the model nor Codex gets them
     * @return this builder
     */
    public Builder tags(Map<String, String> names) {
      this.tags = Map.copyOf(names);
      return this;
    }

    /** {@return the request} */
    public LoopRequest build() {
      return new LoopRequest(this);
    }
  }
}
