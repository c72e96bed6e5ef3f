package dev.talaria.cli.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.cli.CommandRun;
import dev.talaria.cli.process.ConsoleCommand;
import dev.talaria.fixtures.replay.ReplayOptions;
import dev.talaria.fixtures.replay.ReplayServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ReplayCommandTest {

  private static final Path RECORDINGS =
      Path.of(
          System.getProperty("talaria.root"), "fixtures/src/test/resources/dev/talaria/fixtures");
  private static final Path PLAIN = RECORDINGS.resolve("plain-turns.jsonl");
  private static final Path APPROVED = RECORDINGS.resolve("approved-command.jsonl");

  /** The end of the params of the recorded thread/start. */
  private static final String STARTED_IN = "\"approvalsReviewer\":\"user\",\"cwd\":\"/ws\"";

  @TempDir Path folder;

  @Test
  void the_recorded_turns_run_again_and_their_texts_are_printed() {
    CommandRun run = CommandRun.of("replay", PLAIN.toString());
    assertEquals("Hello.\nGoodbye.\n", run.out());
    assertEquals(ConsoleCommand.FINE, run.exit(), run.err());
  }

  @Test
  void questions_are_answered_as_recorded() {
    CommandRun run = CommandRun.of("replay", "--json", APPROVED.toString());
    assertEquals(ConsoleCommand.FINE, run.exit(), run.err());
    JsonNode turn = run.json().at("/turns/0");
    assertEquals("completed", turn.path("status").textValue());
    assertEquals(4, turn.path("messages").size());
    assertTrue(run.err().contains("! allow for session"), run.err());
  }

  @Test
  void the_messages_are_those_of_the_recording_and_always_the_same() {
    JsonNode replayed = CommandRun.of("replay", "--json", APPROVED.toString()).json();
    JsonNode projected = CommandRun.of("project", "--json", APPROVED.toString()).json();
    assertEquals(
        projected.path("messages").toString(), replayed.at("/turns/0/messages").toString());
    JsonNode again = CommandRun.of("replay", "--json", APPROVED.toString()).json();
    assertEquals(replayed.at("/turns/0/messages"), again.at("/turns/0/messages"));
  }

  private Path changed(Path recording, String from, String to) throws IOException {
    String text = Files.readString(recording);
    assertTrue(text.contains(from));
    return Files.writeString(folder.resolve("changed.jsonl"), text.replace(from, to));
  }

  @Test
  void a_client_that_does_something_else_is_told_apart() throws IOException {
    Path other = changed(PLAIN, STARTED_IN + "}", "\"persona\":\"x\"}");
    CommandRun run = CommandRun.of("replay", other.toString());
    assertEquals(ConsoleCommand.FAILED, run.exit());
    assertEquals("Hello.\nGoodbye.\n", run.out());
    assertTrue(
        run.err().contains("thread/start: /params/persona: recorded \"x\", got nothing"),
        run.err());
  }

  @Test
  void a_permission_profile_is_asked_for_again() throws IOException {
    Path recorded =
        changed(PLAIN, STARTED_IN + "}", STARTED_IN + ",\"permissions\":\":read-only\"}");
    CommandRun run = CommandRun.of("replay", recorded.toString());
    assertEquals(ConsoleCommand.FINE, run.exit(), run.err());
  }

  @Test
  void settings_that_are_not_known_are_left_out() throws IOException {
    Path recorded =
        changed(
            PLAIN,
            STARTED_IN + "}",
            "\"approvalsReviewer\":\"nobody\",\"cwd\":\"/ws\",\"sandbox\":\"moat\"}");
    CommandRun run = CommandRun.of("replay", recorded.toString());
    assertEquals("Hello.\nGoodbye.\n", run.out());
    assertEquals(ConsoleCommand.FAILED, run.exit());
    assertTrue(run.err().contains("/params/sandbox: recorded \"moat\", got nothing"), run.err());
    Path older = changed(PLAIN, STARTED_IN, STARTED_IN + ",\"approvalPolicy\":\"on-failure\"");
    run = CommandRun.of("replay", older.toString());
    assertEquals("Hello.\nGoodbye.\n", run.out());
    assertTrue(
        run.err().contains("/params/approvalPolicy: recorded \"on-failure\", got nothing"),
        run.err());
  }

  @Test
  void a_turn_that_failed_in_the_recording_may_fail_again() throws IOException {
    Path failed =
        changed(
            PLAIN,
            "\"itemsView\":\"summary\",\"status\":\"completed\"",
            "\"itemsView\":\"summary\",\"status\":\"failed\"");
    CommandRun run = CommandRun.of("replay", failed.toString());
    assertEquals(ConsoleCommand.FINE, run.exit(), run.err());
  }

  @Test
  void a_recording_that_was_cut_off_fails_its_last_turn() throws IOException {
    String text = Files.readString(APPROVED);
    Path cut =
        Files.writeString(
            folder.resolve("cut.jsonl"),
            text.substring(0, text.indexOf("item/agentMessage/delta") + 5));
    CommandRun run = CommandRun.of("replay", "--json", cut.toString());
    assertEquals(ConsoleCommand.FAILED, run.exit());
    assertTrue(run.err().contains("was cut off and is left out"), run.err());
    assertEquals("connectionLost", run.json().at("/turns/0/error/kind").textValue());
  }

  @Test
  void faults_come_from_a_file() throws IOException {
    Path faults =
        Files.writeString(
            folder.resolve("faults.json"), "[{\"afterMethod\":\"turn/started\",\"do\":\"cut\"}]");
    CommandRun run =
        CommandRun.of("replay", "--json", "--faults", faults.toString(), PLAIN.toString());
    assertEquals(ConsoleCommand.FAILED, run.exit());
    assertEquals("connectionLost", run.json().at("/turns/0/error/kind").textValue());
  }

  @Test
  void the_run_command_takes_a_replay_for_codex() throws IOException {
    Path script = ReplayServer.executable(folder, PLAIN, ReplayOptions.defaults());
    CommandRun run = CommandRun.of("run", "--codex", script.toString(), "say hello", "and goodbye");
    assertEquals("Hello.\nGoodbye.\n", run.out());
    assertEquals(ConsoleCommand.FINE, run.exit(), run.err());
  }

  @Test
  void a_file_that_is_no_recording_is_misuse() throws IOException {
    Path file = Files.writeString(folder.resolve("x"), "{}\n");
    CommandRun run = CommandRun.of("replay", file.toString());
    assertEquals(ConsoleCommand.MISUSE, run.exit());
    assertTrue(run.err().contains("line 1 is not the header of a recording"), run.err());
    assertEquals(
        ConsoleCommand.FAILED, CommandRun.of("replay", folder.resolve("no").toString()).exit());
  }
}
