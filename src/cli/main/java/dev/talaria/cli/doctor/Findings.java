package dev.talaria.cli.doctor;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What {@code talaria doctor} found out, in order. For one thread. */
final class Findings {

  enum State {
    /** As it should be. */
    GOOD,
    /** Works, but the user may want to know. */
    NOTE,
    /** Does not work. */
    BAD,
    /** There is no Codex that could be used. */
    MISSING;

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One thing.
   *
   * @param subject what was looked at
   * @param state how it is
   * @param what what was found
   * @param advice what to do; empty when there is nothing to do
   */
  record Finding(String subject, State state, String what, String advice) {}

  final List<Finding> list = new ArrayList<>();

  void good(String subject, String what) {
    add(subject, State.GOOD, what, "");
  }

  void note(String subject, String what, String advice) {
    add(subject, State.NOTE, what, advice);
  }

  void bad(String subject, String what, String advice) {
    add(subject, State.BAD, what, advice);
  }

  void add(String subject, State state, String what, String advice) {
    list.add(new Finding(subject, state, what, advice));
  }

  /** Whether anything has one of these states. */
  boolean has(State... states) {
    return list.stream().anyMatch(finding -> Arrays.asList(states).contains(finding.state()));
  }
}
