package dev.talaria.llm.ratelimit;

/** Looks into a governor for tests of other packages. */
public final class PauseProbe {

  private PauseProbe() {}

  /** How many threads it holds back. */
  public static int waiting(RateLimitGovernor governor) {
    return governor.waiting();
  }
}
