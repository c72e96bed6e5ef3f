package dev.talaria.cli.chat;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.talaria.codex.CodexCapability;
import dev.talaria.codex.CodexVersion;
import dev.talaria.fixtures.PinnedCodex;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What moves a chat's thread besides its prompts: reviews, goals, copies, a turn taken back. */
class RealChatThreadTest extends RealChat {

  private static boolean has(CodexCapability capability) {
    return capability.isIn(CodexVersion.parse(PinnedCodex.selectedVersion()).orElseThrow());
  }

  private static final String FOUND =
      "{\\\"findings\\\":[{\\\"title\\\":\\\"It leaks\\\",\\\"body\\\":\\\"Close it.\\\","
          + "\\\"confidence_score\\\":0.9,\\\"priority\\\":1,\\\"code_location\\\":{"
          + "\\\"absolute_file_path\\\":\\\"/w/f.txt\\\",\\\"line_range\\\":{\\\"start\\\":3,"
          + "\\\"end\\\":5}}}],\\\"overall_correctness\\\":\\\"patch is incorrect\\\","
          + "\\\"overall_explanation\\\":\\\"It leaks.\\\",\\\"overall_confidence_score\\\":0.8}";

  private static final String COMMENT = "• It leaks — /w/f.txt:3-5\n  Close it.\n  done in";

  @Test
  void a_review_shows_what_it_found() throws Exception {
    start(
        ChatTerminal.pseudo(),
        script("{\"repeat\": true, \"reply\": [{\"text\": \"" + FOUND + "\"}]}"));
    line("/review base", "say which: /review base BRANCH or /review commit SHA");
    for (String target : List.of("/review", "/review commit abc1234", "/review the names")) {
      int shown = count(COMMENT);
      terminal.type(target + "\r");
      await().atMost(Duration.ofSeconds(60)).until(() -> count(COMMENT) == shown + 1);
      idle();
    }
    assertFalse(terminal.shown().contains("overall_"), terminal.shown());
    leave();
  }

  @Test
  void a_copy_has_the_turns_and_a_turn_that_is_taken_back_is_forgotten() throws Exception {
    assumeTrue(has(CodexCapability.THREAD_REVERT), "this version cannot take a turn back");
    start(
        ChatTerminal.pseudo(),
        script(
            "{\"when\": \"heron\", \"repeat\": true, \"reply\": [{\"text\": \"Heron known.\"}]},"
                + "{\"repeat\": true, \"reply\": [{\"text\": \"Fine.\"}]}"));
    line("/revert", "there is no turn to take back");
    line("/fork", "thread/fork was refused");
    line("a heron", "done in");
    line("/fork", "now in the copy ");
    line("go on", "› go on\nHeron known.");
    line("/revert", "the model no longer remembers: go on\nfiles stay as they are");
    line("/revert", "the model no longer remembers: a heron\nfiles stay as they are");
    line("and now", "› and now\nFine.");
    leave();
  }

  private static final String GOAL_ASKS =
      """
      {"reply": [{"text": "I begin."}]},
      {"reply": [{"call": "exec_command", "arguments": {"cmd": "touch made.txt", "login": false,
        "sandbox_permissions": "require_escalated", "justification": "for the goal"}}]},
      {"reply": [{"text": "I go on."}]},
      {"reply": [{"text": "One two three four."}], "hangAfter": 4},
      {"reply": [{"call": "update_goal", "arguments": {"status": "complete"}}]},
      {"reply": [{"text": "It is done."}]}
      """;

  @Test
  void a_goals_turns_are_shown_asked_and_interrupted() throws Exception {
    assumeTrue(has(CodexCapability.GOALS), "this version has no goals");
    start(ChatTerminal.pseudo(), script(GOAL_ASKS), "--goals");
    line("/goal", "there is no goal");
    terminal.type("/goal three turns\r");
    terminal.awaitsLast("[c]ancel >");
    assertFalse(Files.exists(folder.resolve("made.txt")));
    terminal.type("o");
    terminal.awaits("I go on.");
    assertTrue(Files.exists(folder.resolve("made.txt")));
    terminal.awaits("One");
    terminal.type("\u0003");
    terminal.awaits("the goal is paused");
    terminal.awaits("interrupted after");
    idle();
    line("/new", "new thread");
    line("/goal", "there is no goal");
    line("/threads", "1. ");
    line("/resume 1", "resumed");
    line("/goal", "goal: three turns\n  paused");
    terminal.type("/goal resume\r");
    terminal.awaits("the goal is complete");
    terminal.awaits("It is done.");
    idle();
    line("/goal clear", "the goal is cleared");
    assertEquals(4, count("turn started by the goal"), terminal.shown());
    leave();
  }

  private static final String OFFERED =
      "{\"when\": \"create_goal\", \"repeat\": true, \"reply\": [{\"text\": \"Offered.\"}]},"
          + "{\"repeat\": true, \"reply\": [{\"text\": \"Not offered.\"}]}";

  @Test
  void without_goals_the_model_is_offered_none_and_goal_says_how_to_have_them() throws Exception {
    start(ChatTerminal.pseudo(), script(OFFERED));
    line("/goal three turns", "goals are off in this chat; start it with --goals");
    line("hello", "Not offered.");
    leave();
  }

  @Test
  void with_goals_the_model_is_offered_them() throws Exception {
    assumeTrue(has(CodexCapability.THREAD_SETTINGS), "before 0.133.0 goals are off by default");
    start(ChatTerminal.pseudo(), script(OFFERED), "--goals");
    line("hello", "\nOffered.");
    leave();
  }
}
