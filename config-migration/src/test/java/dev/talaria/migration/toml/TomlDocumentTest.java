package dev.talaria.migration.toml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.talaria.migration.MigrationException;
import org.junit.jupiter.api.Test;
import org.tomlj.Toml;

/** What is said of a document that is not TOML. */
class TomlDocumentTest {

  /** tomlj 2.2.0 fails on it: a control character in a comment within an inline table. */
  private static final String FAILS = "i = { a = 1, # \u0001b\n c = 2 }\n[d]\ne = 1\n";

  @Test
  void a_failure_of_the_parser_is_a_refusal_with_the_line() {
    assertThrows(NullPointerException.class, () -> Toml.parse("f = 1\n" + FAILS));
    var refusal =
        assertThrows(
            MigrationException.class, () -> TomlDocument.parse("f = 1\n\n" + FAILS, "config.toml"));
    assertEquals(
        "config.toml, line 3: the TOML parser failed. It is not valid TOML, so nothing was changed;"
            + " correct it and try again",
        refusal.getMessage());
    assertEquals(NullPointerException.class, refusal.getCause().getClass());
  }
}
