package dev.talaria.llm.call;

import dev.talaria.llm.LlmMetrics;
import dev.talaria.llm.LlmUsage;
import dev.talaria.llm.LoopStep;
import dev.talaria.llm.ToolFailure;
import dev.talaria.protocol.TokenUsage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Counts what a call takes, from its start, over all its threads. Safe for use by many threads. */
public final class CallMeter {

  private final long start = System.nanoTime();
  private final List<Duration> boundaries = new ArrayList<>();
  private final List<ToolFailure> failures = new ArrayList<>();
  private LlmUsage earlier = LlmUsage.NONE;
  private LlmUsage now = LlmUsage.NONE;

  /** How long the call has run. */
  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** A new thread begins: Codex counts from 0 again. */
  synchronized void newThread() {
    earlier = earlier.plus(now);
    now = LlmUsage.NONE;
  }

  /** What the thread has used so far. */
  synchronized void used(TokenUsage usage) {
    now = of(usage.total());
  }

  /** Codex's counts as ours. */
  public static LlmUsage of(TokenUsage.Counts counts) {
    return new LlmUsage(
        counts.inputTokens(),
        counts.cachedInputTokens(),
        counts.outputTokens(),
        counts.reasoningOutputTokens(),
        counts.totalTokens());
  }

  /** A step ended now. */
  synchronized LoopStep step(LoopStep.Kind kind, String name, boolean failed) {
    Duration at = elapsed();
    boundaries.add(at);
    return new LoopStep(boundaries.size(), kind, name, failed, at);
  }

  synchronized int steps() {
    return boundaries.size();
  }

  synchronized void failed(ToolFailure failure) {
    failures.add(failure);
  }

  synchronized List<ToolFailure> failures() {
    return List.copyOf(failures);
  }

  synchronized LlmMetrics metrics() {
    return new LlmMetrics(elapsed(), earlier.plus(now), boundaries.size(), boundaries);
  }
}
