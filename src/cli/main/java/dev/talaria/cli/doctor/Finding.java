package dev.talaria.cli.doctor;

/**
 * One thing that {@code talaria doctor} found out.
 *
 * @param subject what was looked at
 * @param state how it is
 * @param what what was found
 * @param advice what to do; empty when there is nothing to do
 */
record Finding(String subject, State state, String what, String advice) {

  enum State {
    /** As it should be. */
    GOOD,
    /** Works, but the user may want to know. */
    NOTE,
    /** Does not work. */
    BAD,
    /** There is no Codex that could be used. */
    MISSING
  }

  static Finding good(String subject, String what) {
    return new Finding(subject, State.GOOD, what, "");
  }

  static Finding note(String subject, String what, String advice) {
    return new Finding(subject, State.NOTE, what, advice);
  }

  static Finding bad(String subject, String what, String advice) {
    return new Finding(subject, State.BAD, what, advice);
  }
}
