package dev.talaria.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.bench.lab.BenchTable;
import dev.talaria.bench.recording.RecordingRace;
import dev.talaria.bench.turn.TelemetryComparison;
import dev.talaria.fixtures.PinnedCodex;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The tables of the page of figures, and small sizes of what only that page measures. */
@Timeout(180)
class FiguresTest {

  private static final BenchTable TABLE =
      new BenchTable("demo", "ours against theirs", "reader", "ms")
          .row("ours", 12)
          .row("theirs", 10)
          .goal("time of ours, of theirs", 1.03, 1.2)
          .goal("bytes", 64, 64);

  private static Path codex() throws Exception {
    return PinnedCodex.selected().executable();
  }

  @Test
  void the_measured_part_of_a_page_is_replaced_and_the_rest_stays(@TempDir Path folder)
      throws Exception {
    Path page = Files.writeString(folder.resolve("page.md"), "# Figures\n\n## Measured\n\nold\n");
    String measured = Figures.markdown(List.of(TABLE), "Codex 0.169.0", Duration.ofSeconds(1));
    Figures.write(page, measured);
    assertEquals("# Figures\n\n" + measured, Files.readString(page));
    assertTrue(
        measured.contains(
            """
            | figure | goal, at most | measured | |
            |---|---:|---:|---|
            | time of ours, of theirs | 1.03 | 1.20 | **missed** |
            | bytes | 64.0 | 64.0 | met |

            ### demo

            Ours against theirs.

            | reader | ms |
            |---|---:|
            | ours | 12 |
            | theirs | 10 |

            - time of ours, of theirs: 1.20, goal 1.03, missed
            """),
        measured);
  }

  @Test
  void a_ratio_needs_two_numbers() {
    assertEquals(1.2, TABLE.ratio("ours", "theirs", "ms"));
    assertThrows(IllegalArgumentException.class, () -> TABLE.cell("ours", "s"));
    assertThrows(IllegalArgumentException.class, () -> TABLE.cell("nobody", "ms"));
  }

  @Test
  void each_rival_that_is_installed_reads_the_recording() throws Exception {
    JsonNode table = RecordingRace.run(List.of("cat"), 600, 1).toJson();
    long missing =
        StreamSupport.stream(table.path("notes").spliterator(), false)
            .filter(note -> note.textValue().endsWith("not installed"))
            .count();
    assertEquals(4, table.path("rows").size() + missing, table.toString());
  }

  @Test
  void a_migration_is_compared_with_a_parse() throws Exception {
    BenchTable table = new MigrateComparison(1).of(5, 10);
    assertTrue(table.cell("10", "migration/parse") > 0);
  }

  @Test
  void threads_grow_on_one_server() throws Exception {
    BenchTable table = new GrowthComparison(codex(), 1).compare(1, 3);
    assertTrue(table.cell("3", "turn p50 ms") > 0);
    assertTrue(table.cell("3", "turn p50 ms, bare") > 0);
  }

  @Test
  void turns_are_watched_and_not() throws Exception {
    BenchTable table = TelemetryComparison.compare(codex(), 3, 3_000);
    assertEquals(3, table.cell("OpenTelemetry", "turns"));
    assertEquals(3, table.cell("no observer", "turns"));
  }

  @Test
  void a_connection_and_the_prompt_of_a_terminal_are_timed() throws Exception {
    BenchTable table =
        ConnectionComparison.compare(codex(), 1, List.of("printf", "\\342\\200\\272"));
    assertTrue(
        table.ratio(ConnectionComparison.OURS, ConnectionComparison.BARE, "wall p50 ms") > 0);
  }
}
