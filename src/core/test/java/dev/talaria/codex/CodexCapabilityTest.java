package dev.talaria.codex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodexCapabilityTest {

  private static List<CodexCapability> of(String version) {
    CodexVersion codex = CodexVersion.parse(version).orElseThrow();
    return Arrays.stream(CodexCapability.values()).filter(each -> each.isIn(codex)).toList();
  }

  @Test
  void a_version_between_two_known_ones_is_taken_for_the_older() {
    assertEquals(of("0.130.0"), of("0.139.9"));
    assertEquals(of("0.140.0"), of("0.150.3"));
    assertEquals(of("0.125.0"), of("0.129.9"));
  }

  @Test
  void a_later_version_is_taken_for_the_newest() {
    assertEquals(of("0.169.0"), of("1.0.0"));
  }

  @Test
  void what_came_and_went_holds_in_between_only() {
    assertFalse(of("0.125.0").contains(CodexCapability.PERMISSIONS_AS_OBJECT));
    assertTrue(of("0.130.0").contains(CodexCapability.PERMISSIONS_AS_OBJECT));
    assertFalse(of("0.169.0").contains(CodexCapability.PERMISSIONS_AS_OBJECT));
  }

  @Test
  void what_talaria_acts_upon_is_what_was_measured() {
    for (CodexVersion version : MeasuredFact.versions()) {
      for (CodexCapability capability : CodexCapability.values()) {
        assertEquals(
            MeasuredFact.valueOf(capability.name()).isIn(version),
            capability.isIn(version),
            capability + " in " + version);
      }
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
