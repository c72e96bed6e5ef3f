package dev.talaria.llm;

import java.time.Instant;

/** What a call needs of the governor that all calls of a run share. Safe for many threads. */
interface RateLimit {

  /**
   * Waits out a pause.
   *
   * @throws java.util.concurrent.CancellationException if the token is cancelled, now or meanwhile
   */
  void waitForReady(CancellationToken token) throws InterruptedException;

  /** Tells what Codex reported. */
  void report(RateLimitSignal signal);

  /** How often a call may be tried, the first time included; at least 1. */
  int maxRetryAttempts();

  /** Whether a limit that is reset then is worth waiting for: within the longest wait. */
  boolean waitsUntil(Instant resetAt);
}
