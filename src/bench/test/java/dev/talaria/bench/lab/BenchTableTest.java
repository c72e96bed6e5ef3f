package dev.talaria.bench.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTableTest {

  @TempDir Path folder;

  private final BenchTable table =
      new BenchTable("demo", "ours beside theirs", "reader", "ms", "lines")
          .row("ours", 1.5, 12_345)
          .row("theirs", 1234.56, null)
          .note("target: less");

  @Test
  void columns_are_aligned_and_what_was_not_measured_is_a_dash() {
    StringWriter out = new StringWriter();
    table.print(new PrintWriter(out));
    assertEquals(
        """
        demo: ours beside theirs
        reader     ms   lines
        ours     1.50  12,345
        theirs  1,235       -
          target: less
        """,
        out.toString().replace(System.lineSeparator(), "\n"));
  }

  @Test
  void the_json_has_the_numbers_as_they_were_measured() throws Exception {
    table.publish(new PrintWriter(new StringWriter()), folder.resolve("new"));
    JsonNode json = new ObjectMapper().readTree(folder.resolve("new/demo.json").toFile());
    assertEquals(1234.56, json.at("/rows/1/ms").doubleValue());
    assertTrue(json.at("/rows/1/lines").isNull(), json.toString());
    assertEquals("target: less", json.at("/notes/0").textValue());
    assertTrue(json.at("/machine/cores").intValue() > 0, json.toString());
  }

  @Test
  void a_row_has_a_cell_for_each_column() {
    assertThrows(IllegalArgumentException.class, () -> table.row("ours", 1));
  }

  @Test
  void a_goal_that_is_missed_by_less_than_a_digit_says_so() {
    assertEquals("turn: 2.50, goal 2.50, met", new BenchTable.Goal("turn", 2.5, 2.499).toString());
    assertEquals(
        "| turn | 2.50 | just above 2.50 | **missed** |\n",
        new BenchTable.Goal("turn", 2.5, 2.501).markdown());
  }
}
