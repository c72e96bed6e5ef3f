package dev.talaria.codex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.fixtures.SurveyTable;
import dev.talaria.fixtures.SurveyTable.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CodexCapabilityTest {

  private static final SurveyTable SURVEY = SurveyTable.checkedIn();

  private static List<CodexCapability> of(String version) {
    CodexVersion codex = CodexVersion.parse(version).orElseThrow();
    return Arrays.stream(CodexCapability.values()).filter(each -> each.isIn(codex)).toList();
  }

  @Test
  void a_version_between_two_that_were_measured_is_taken_for_the_later_one() {
    assertEquals(of("0.131.0"), of("0.130.1"));
    assertEquals(of("0.131.0"), of("0.131.0-alpha.3"));
    assertEquals(of("0.128.0"), of("0.126.0"));
  }

  @Test
  void a_later_version_is_taken_for_the_newest() {
    List<String> measured = SURVEY.measured();
    assertEquals(of(measured.get(measured.size() - 1)), of("1.0.0"));
  }

  @Test
  void what_came_and_went_holds_in_between_only() {
    assertFalse(of("0.125.0").contains(CodexCapability.PERMISSIONS_AS_OBJECT));
    assertTrue(of("0.130.0").contains(CodexCapability.PERMISSIONS_AS_OBJECT));
    assertFalse(of("0.169.0").contains(CodexCapability.PERMISSIONS_AS_OBJECT));
  }

  @ParameterizedTest
  @EnumSource
  void a_capability_holds_in_exactly_the_releases_where_it_was_measured(CodexCapability fact) {
    for (String version : SURVEY.measured()) {
      boolean holds = fact.isIn(CodexVersion.parse(version).orElseThrow());
      assertEquals(SURVEY.value(version, fact.name()), holds ? "yes" : "no", version);
      boolean begins = SURVEY.changes(fact.name()).contains(new Change(fact.since(), "yes"));
      assertTrue(fact.since().isEmpty() || begins, fact + " begins with " + fact.since());
    }
  }

  @Test
  void the_docs_have_the_table_of_all_versions_of_the_matrix() throws IOException {
    String table = MeasuredFact.table();
    Path docs = Path.of(System.getProperty("talaria.root"), "docs/protocol.md");
    assertTrue(
        Files.readString(docs).contains(table), () -> "docs/protocol.md is to hold:\n" + table);
  }
}
