package dev.talaria.session.fault;

import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One cell of the table: what a fault in a phase comes to, as the rules have it.
 *
 * @param result status and kind of error; {@code no turn} and the exception where none began
 * @param retryable {@code yes}, {@code no}, or {@code -} without an error
 * @param child {@code kept} or {@code retired}
 * @param messages how many rows of the transcript are kept: a number, or two with a dash between
 * @param within the seconds until the result at most
 * @param next what the session's next turn does: {@code works}, or {@code resumes} the thread on a
 *     fresh child, or begins a {@code new thread}; {@code -} when the session is closed
 */
record FaultRow(
    String fault,
    String phase,
    String result,
    String retryable,
    String child,
    String messages,
    int within,
    String next) {

  static final String HEADER =
      """
      | fault | phase | result | retryable | child | messages kept | result within | next turn | processes left |
      |---|---|---|---|---|---|---|---|---|
      """;

  static FaultRow parse(String line) {
    String[] part = Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new);
    if (part.length != 8) {
      throw new IllegalArgumentException("a rule has 8 columns: " + line);
    }
    return new FaultRow(
        part[0], part[1], part[2], part[3], part[4], part[5], Integer.parseInt(part[6]), part[7]);
  }

  static FaultRow observed(FaultRow rule, FaultCell.Outcome outcome) {
    int within = (int) Math.max(rule.within, outcome.time().plusMillis(999).toSeconds());
    String next = outcome.next();
    next = List.of(rule.next.split(" or ")).contains(next) ? rule.next : next;
    TurnResult result = outcome.result();
    if (result == null) {
      String refusal = "no turn: " + outcome.refusal().getClass().getSimpleName();
      return new FaultRow(rule.fault, rule.phase, refusal, "-", "-", "0", within, next);
    }
    TurnError error = result.error();
    return new FaultRow(
        rule.fault,
        rule.phase,
        result.status() + (error == null ? "" : " " + error.kind().jsonName()),
        error == null ? "-" : error.retryable() ? "yes" : "no",
        result.retire() ? "retired" : "kept",
        rule.allows(result.messages().size())
            ? rule.messages
            : Integer.toString(result.messages().size()),
        within,
        next);
  }

  private boolean allows(int count) {
    List<Integer> bounds = new ArrayList<>();
    for (String bound : messages.split("-")) {
      bounds.add(Integer.valueOf(bound));
    }
    return bounds.get(0) <= count && count <= bounds.get(bounds.size() - 1);
  }

  String name() {
    return fault + " | " + phase;
  }

  String markdown(long processesLeft) {
    List<String> cells =
        List.of(
            fault,
            phase,
            result,
            retryable,
            child,
            messages,
            within + " s",
            next,
            Long.toString(processesLeft));
    return "| " + String.join(" | ", cells) + " |";
  }
}
