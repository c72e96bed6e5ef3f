package dev.talaria.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.talaria.transcript.ConformanceCases.Case;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ItemProjectorConformanceTest {

  private static final String EMPTY =
      "{\"messages\":[],\"is_tool_iteration\":false,\"final_text\":null}";

  static List<Case> cases() throws IOException {
    return ConformanceCases.load();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void every_case_gives_the_seed_rows_but_for_two_deliberate_differences(Case each) {
    List<String> expected = each.expected().stream().map(this::withDifferences).toList();

    assertEquals(expected, ConformanceCases.project(each.input()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void two_projectors_give_the_same_rows(Case each) {
    assertEquals(ConformanceCases.project(each.input()), ConformanceCases.project(each.input()));
  }

  @Test
  void nothing_else_differs_from_the_seed() throws IOException {
    Set<String> differing = new TreeSet<>();
    for (Case each : cases()) {
      List<String> actual = ConformanceCases.project(each.input());
      for (int i = 0; i < actual.size(); i++) {
        if (!actual.get(i).equals(each.expected().get(i))) {
          differing.add(each.name().substring(0, 3) + "/" + i);
        }
      }
    }

    List<String> spellingOfSuccess = List.of("P18/0", "P19/0", "P19/1", "P24/3", "P27/3", "P33/0");
    List<String> silentCompaction = List.of("P23/1");
    Set<String> deliberate = new TreeSet<>(spellingOfSuccess);
    deliberate.addAll(silentCompaction);
    assertEquals(deliberate, differing);
  }

  @Test
  void all_cases_are_there() throws IOException {
    List<String> names = new ArrayList<>();
    cases().forEach(each -> names.add(each.name().substring(0, 3)));

    assertEquals(38, Set.copyOf(names).size());
  }

  private String withDifferences(String seed) {
    if (seed.contains("[codex contextCompaction] ")) {
      return EMPTY;
    }
    return seed.replace("\"success=True\"", "\"success=true\"")
        .replace("\"success=False\"", "\"success=false\"")
        .replace("\"success=None\"", "\"success=null\"");
  }
}
