package dev.talaria.llm;

/** What a failed tool call means for its loop. */
public enum ToolFailurePolicy {
  /** The loop continues to its end, which is then {@link StopReason#ERROR}. */
  ERROR,
  /** The failure is listed in {@link LoopResult#toolFailures}, and nothing else. */
  REPORT
}
