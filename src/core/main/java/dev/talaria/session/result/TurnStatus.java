package dev.talaria.session.result;

/** How a turn ended. */
public enum TurnStatus {
  /** Codex did what it could and said so. */
  COMPLETED,
  /** Stopped before its end: by the host, by a time limit or by a "cancel" answer. */
  INTERRUPTED,
  /** Codex, the model or the connection failed; {@link TurnResult#error} says how. */
  FAILED
}
