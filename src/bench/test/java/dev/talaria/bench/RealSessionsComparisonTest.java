package dev.talaria.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.talaria.bench.lab.BenchCodex;
import dev.talaria.bench.lab.BenchScript;
import dev.talaria.bench.lab.ResidentMemory;
import dev.talaria.fixtures.PinnedCodex;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sessions of the real Codex are counted, timed and weighed. */
@Timeout(180)
class RealSessionsComparisonTest {

  private static Path codex() throws Exception {
    return PinnedCodex.selected().executable();
  }

  private static Set<ProcessHandle> processes() {
    return ProcessHandle.current().descendants().collect(Collectors.toSet());
  }

  @Test
  void each_way_has_the_children_that_it_says_and_leaves_none() throws Exception {
    Set<ProcessHandle> before = processes();
    JsonNode table =
        new ObjectMapper().readTree(new SessionsComparison(codex()).compare(3).toJson().toString());
    JsonNode rows = table.path("rows");
    assertEquals(3, rows.size(), table.toString());
    int[] children = {3, 1, 2};
    for (int i = 0; i < children.length; i++) {
      JsonNode row = rows.get(i);
      assertEquals(children[i], row.path("children").intValue(), row.toString());
      assertTrue(row.path("open all s").doubleValue() > 0, row.toString());
      assertTrue(row.path("turns/s").doubleValue() > 0, row.toString());
      assertTrue(row.path("threads/session").doubleValue() >= 1, row.toString());
      if (ResidentMemory.isTold()) {
        double proportional = row.path("Pss MB").doubleValue();
        assertTrue(proportional > 1, row.toString());
        assertTrue(row.path("RSS MB").doubleValue() >= proportional, row.toString());
      }
    }
    if (ResidentMemory.isTold()) {
      assertTrue(rows.at("/1/Pss ~1 children each").doubleValue() > 0, table.toString());
      // Not Pss: what other tests run of Codex meanwhile takes its share of that.
      double shared = rows.at("/1/RSS MB").doubleValue();
      assertTrue(shared < rows.at("/0/RSS MB").doubleValue() / 2, table.toString());
    }
    Set<ProcessHandle> left = processes();
    left.removeAll(before);
    assertEquals(Set.of(), left);
  }

  @Test
  void a_turn_that_fails_fails_the_measurement() throws Exception {
    try (BenchCodex codex = new BenchCodex(codex(), BenchScript.always("something else"))) {
      assertThrows(
          IllegalStateException.class,
          () -> SessionsCost.of(codex, SessionHost.Way.SHARED_CHILD, 1));
    }
  }

  @Test
  void a_pool_has_a_place_for_each_session() {
    assertEquals(2, SessionHost.bounds(1).children());
    assertEquals(2, SessionHost.bounds(64).children());
    assertEquals(7, SessionHost.bounds(200).children());
  }

  @Test
  void there_is_no_measurement_of_no_sessions() {
    SessionsComparison comparison = new SessionsComparison(Path.of("codex"));
    assertThrows(IllegalArgumentException.class, () -> comparison.compare(0, 5));
    assertThrows(IllegalArgumentException.class, comparison::compare);
  }
}
