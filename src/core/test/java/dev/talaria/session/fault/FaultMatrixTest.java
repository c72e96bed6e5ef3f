package dev.talaria.session.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The table of docs/engineering/faults.md: every fault in every phase, made and looked at. */
@Timeout(600)
class FaultMatrixTest {

  private static final Path ROOT = Path.of(System.getProperty("talaria.root"));

  @Test
  void every_cell_is_what_the_rules_say_and_what_the_docs_show() throws Exception {
    List<FaultRow> rules =
        FaultMatrix.rules(
            Files.readString(
                ROOT.resolve("src/core/test/resources/dev/talaria/session/fault-rules.txt")));
    FaultMatrix matrix =
        new FaultMatrix(
            rules,
            List.of(
                new FaultProcessCells(),
                new FaultModelCells(),
                new FaultHostCells(),
                new FaultToolCells(),
                new FaultDiskCells(),
                new FaultReplayCells()));
    matrix.run();
    assertEquals("", String.join("\n", matrix.differences));
    assertTrue(rules.size() >= 60, "cells: " + rules.size());
    String table = matrix.table.toString();
    assertTrue(docs().contains(table), () -> "docs/engineering/faults.md should have\n" + table);
  }

  private static String docs() throws IOException {
    return Files.readString(ROOT.resolve("docs/engineering/faults.md"));
  }
}
