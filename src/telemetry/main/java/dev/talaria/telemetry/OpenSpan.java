package dev.talaria.telemetry;

import dev.talaria.session.listener.ContextScope;

/** A span that has begun. Safe for use by many threads. */
interface OpenSpan {

  /** Says more of it; with an {@link Attribute#ERROR_TYPE} it has failed. */
  void set(Attributes attributes);

  /** Makes it current on this thread, also when it has ended. */
  ContextScope enter();

  /** Ends it; called once. */
  void end();
}
