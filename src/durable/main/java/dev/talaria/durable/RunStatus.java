package dev.talaria.durable;

/** How a run stands. */
public enum RunStatus {
  /** A step runs, or is to run next. */
  RUNNING,
  /** An approval is pending. */
  WAITING,
  /** All turns completed. */
  COMPLETED,
  /** A turn failed, or was cut off too often. */
  FAILED,
  /** A turn was interrupted by someone other than the run. */
  INTERRUPTED,
  /** The thread is gone. */
  THREAD_GONE,
  /** The run was cancelled. */
  CANCELLED;

  /** {@return whether the run has ended} */
  public boolean isOver() {
    return this != RUNNING && this != WAITING;
  }
}
