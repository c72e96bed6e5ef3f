package dev.talaria.session.fault;

import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import java.util.Map;

/** Where a turn is when something goes wrong. */
enum FaultPhase {
  IDLE("before the first turn"),
  STARTING("turn starting"),
  THINKING("model asked, no word yet"),
  STREAMING("text streaming"),
  COMMAND("command running"),
  APPROVAL("approval open"),
  BETWEEN("between turns"),
  /** This turn and those below are not the host's: the thread's goal has started them. */
  GOAL_THINKING("model asked in a goal's turn, no word yet"),
  GOAL_STREAMING("text streaming in a goal's turn"),
  GOAL("command running in a goal's turn"),
  GOAL_APPROVAL("approval open in a goal's turn");

  final String words;

  FaultPhase(String words) {
    this.words = words;
  }

  boolean isOfGoal() {
    return compareTo(GOAL_THINKING) >= 0;
  }

  /** What the model says so that a turn comes into this phase and stays there. */
  ModelScript script(String marker) {
    ModelScript.Builder script =
        ModelScript.builder().when(FaultLab.AGAIN).repeat().text("again it works");
    return switch (this) {
      case IDLE -> script.text("never asked").build();
      case STARTING, THINKING -> script.reply(silence()).build();
      case BETWEEN -> script.text("first").text("second").build();
      case STREAMING -> script.reply(halfAText()).build();
      case COMMAND ->
          script
              .reply(OutputItem.text("I run it").withPhase("commentary"), command(marker))
              .text("done")
              .build();
      case GOAL_THINKING -> goal(silence());
      case GOAL_STREAMING -> goal(halfAText());
      case GOAL ->
          goal(Reply.of(OutputItem.text("I run it").withPhase("commentary"), command(marker)));
      case GOAL_APPROVAL ->
          goal(Reply.of(OutputItem.text("I ask").withPhase("commentary"), escalated()));
      case APPROVAL ->
          script
              .reply(OutputItem.text("I ask").withPhase("commentary"), escalated())
              .text("done")
              .build();
    };
  }

  /** The host's turn sets a goal; the turn of the goal begins with this reply. */
  static ModelScript goal(Reply begins) {
    return ModelScript.builder()
        .when(FaultLab.AGAIN)
        .repeat()
        .text("again it works")
        .reply(OutputItem.call("create_goal", Map.of("objective", "a tree")))
        .text("set")
        .reply(begins)
        .repeat()
        .text("one step more")
        .build();
  }

  private static Reply silence() {
    return Reply.text("never heard").hangAfter(0);
  }

  private static Reply halfAText() {
    return Reply.of(
            OutputItem.chunks("whole").withPhase("commentary"), OutputItem.chunks("ha", "lf"))
        .hangAfter(7);
  }

  /** A tree: a command, a child of it, and one in a session of its own whose parent has ended. */
  private static OutputItem command(String marker) {
    String tree =
        "setsid nohup sleep %1$s1 >/dev/null 2>&1 & (sleep %1$s2; true) & echo up; sleep %1$s3"
            .formatted(marker);
    return OutputItem.call(
        "exec_command", Map.of("cmd", tree, "login", false, "yield_time_ms", 30_000));
  }

  private static OutputItem escalated() {
    return OutputItem.call(
        "exec_command",
        Map.of(
            "cmd", "touch made.txt",
            "login", false,
            "sandbox_permissions", "require_escalated",
            "justification", "a file"));
  }
}
