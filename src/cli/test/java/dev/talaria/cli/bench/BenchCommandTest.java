package dev.talaria.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.talaria.bench.recording.LongRecording;
import dev.talaria.cli.CommandRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {

  @TempDir Path folder;

  private static String recording(long lines) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new LongRecording().write(out, lines);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void a_long_recording_is_the_same_each_time_and_projects_without_a_bad_line() throws IOException {
    Path file = folder.resolve("long.jsonl");
    Files.writeString(file, recording(2L * LongRecording.LINES_PER_TURN));
    CommandRun run = CommandRun.of("project", "--json", file.toString());
    assertEquals(0, run.exit(), run.err());
    assertEquals(6, run.json().path("toolIterations").intValue());
    assertEquals(16, run.json().path("messages").size(), run.out());
    assertEquals(Files.readString(file), recording(2L * LongRecording.LINES_PER_TURN));
  }

  @Test
  void a_long_recording_has_as_many_lines_behind_its_header_as_were_asked_for() throws IOException {
    for (int lines : new int[] {1, 119, 120, 121, 250}) {
      assertEquals(lines + 1, recording(lines).lines().count());
    }
  }

  @Test
  void the_readers_of_a_recording_are_compared_with_a_rival() throws IOException {
    Path file = folder.resolve("long.jsonl");
    try (OutputStream out = Files.newOutputStream(file)) {
      new LongRecording().write(out, 600);
    }
    Path json = folder.resolve("table.json");
    CommandRun run =
        CommandRun.of(
            "bench",
            "project",
            file.toString(),
            "--rounds",
            "1",
            "--rival",
            "cat",
            "--json",
            json.toString());
    assertEquals(0, run.exit(), run.err());
    JsonNode table = new ObjectMapper().readTree(json.toFile());
    assertEquals("cat", table.at("/rows/5/reader").textValue());
    assertEquals(1.0, table.at("/rows/2/time~1talaria").doubleValue());
    assertTrue(table.at("/notes/0").textValue().contains("tool iterations 15"), table.toString());
  }

  @Test
  void a_rival_that_fails_fails_the_comparison() throws IOException {
    Path file = folder.resolve("long.jsonl");
    Files.writeString(file, recording(10));
    CommandRun run =
        CommandRun.of("bench", "project", file.toString(), "--rounds", "1", "--rival", "false");
    assertEquals(1, run.exit());
    assertTrue(run.err().contains("false " + file + " ended with exit code 1"), run.err());
  }

  @Test
  void what_is_no_file_is_misuse() {
    assertEquals(2, CommandRun.of("bench", "project", folder.toString()).exit());
    assertEquals(2, CommandRun.of("bench", "project").exit());
    assertEquals(2, CommandRun.of("bench").exit());
  }
}
