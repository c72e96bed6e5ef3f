package dev.talaria.cli.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.cli.CommandRun;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.SurveyTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is printed of the survey of all releases. */
class ProtocolVersionsTest {

  private static final SurveyTable TABLE = SurveyTable.checkedIn();

  @TempDir Path folder;

  @Test
  void every_release_of_the_matrix_was_measured() {
    assertTrue(TABLE.measured().containsAll(PinnedCodex.versions()), TABLE.measured() + "");
  }

  @Test
  void talaria_does_what_it_promises_on_every_release_that_was_measured() {
    CommandRun run = CommandRun.of("protocol", "versions");
    assertEquals(0, run.exit(), run.out() + run.err());
    for (String version : TABLE.measured()) {
      String line =
          run.out().lines().filter(each -> each.startsWith(version + " ")).findFirst().orElse("");
      assertEquals(SurveyChecks.names().size(), line.split("right", -1).length - 1, version + line);
    }
  }

  @Test
  void a_release_that_went_wrong_or_was_not_measured_is_printed_with_the_reason() throws Exception {
    Path file = folder.resolve("table.tsv");
    String auto = SurveyChecks.PREFIX + "auto";
    SurveyTable.read(file)
        .with("0.9.0", Map.of(SurveyTable.MEASURED, "no package"))
        .with("0.10.0", Map.of(SurveyTable.MEASURED, "yes", auto, "failed: x"))
        .write(file);
    CommandRun run = CommandRun.of("protocol", "versions", "--table", file.toString());
    assertEquals(1, run.exit());
    List<String> lines = run.out().lines().toList();
    assertTrue(lines.get(1).startsWith("0.10.0 ") && lines.get(1).contains("WRONG"), run.out());
    assertTrue(lines.contains("0.9.0      not measured: no package"), run.out());
    assertTrue(lines.contains("auto since 0.10.0: failed: x"), run.out());
  }

  @Test
  void the_page_of_all_facts_is_not_stale() throws Exception {
    String page = CommandRun.of("protocol", "versions", "--page").out();
    Path docs = Path.of(System.getProperty("talaria.root"), "docs/protocol-versions.md");
    assertEquals(
        page,
        Files.readString(docs),
        "write it with: talaria protocol versions --page > docs/protocol-versions.md");
  }
}
