package dev.talaria.session.fault;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A kind of moment at which a child is killed, and what may come of it. */
enum FaultMoment {
  IDLE("before the first turn", "no turn", "new thread"),
  NEW("turn just started, rollout new", "FAILED connectionLost", "new thread or resumes"),
  ASKED("model asked, no word yet", "FAILED connectionLost", "resumes"),
  STREAMING("text streaming", "FAILED connectionLost", "resumes"),
  COMMAND("command running", "FAILED connectionLost", "resumes"),
  APPROVAL("approval open", "FAILED connectionLost", "resumes"),
  COMPACTING("in a compaction", "FAILED connectionLost", "resumes"),
  STEERED("a steer on its way", "FAILED connectionLost", "resumes"),
  BETWEEN("between turns", "COMPLETED", "resumes"),
  RESUMING("while it resumes", "FAILED connectionLost or COMPLETED", "resumes or works");

  static final String HEADER =
      """
      | killed | kills | the turn | the next turn |
      |---|---|---|---|
      """;

  final String words;
  final String turn;
  final String next;

  FaultMoment(String words, String turn, String next) {
    this.words = words;
    this.turn = turn;
    this.next = next;
  }

  /** Whether that is one of what may come. */
  static boolean allows(String list, String outcome) {
    return List.of(list.split(" or ")).contains(outcome);
  }

  /** The table of docs/engineering/faults.md. */
  static String table(int kills) {
    return Arrays.stream(values())
        .map(at -> "| %s | %d | %s | %s |\n".formatted(at.words, kills, at.turn, at.next))
        .collect(Collectors.joining("", HEADER, ""));
  }
}
