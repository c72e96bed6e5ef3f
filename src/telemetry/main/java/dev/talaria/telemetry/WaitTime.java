package dev.talaria.telemetry;

/** How long at least one approval was pending. For one thread. */
final class WaitTime {

  private int pending;
  private long since;
  private long nanos;

  void begin() {
    if (pending++ == 0) {
      since = System.nanoTime();
    }
  }

  void end() {
    if (--pending == 0) {
      nanos += System.nanoTime() - since;
    }
  }

  /** Puts the time, if there was any. */
  void putInto(Attributes attributes) {
    if (nanos > 0) {
      attributes.putSeconds(Attribute.APPROVAL_WAIT, nanos / 1e9);
    }
  }
}
