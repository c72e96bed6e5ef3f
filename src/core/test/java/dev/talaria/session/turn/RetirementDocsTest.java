package dev.talaria.session.turn;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.session.result.TurnError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The table of retirement in docs/reliability.md is what the class does. */
class RetirementDocsTest {

  private static final Path DOCS =
      Path.of(System.getProperty("talaria.root"), "docs/reliability.md");

  @Test
  void the_docs_show_what_each_kind_of_error_ends() throws IOException {
    StringBuilder table =
        new StringBuilder("| `error().kind()` | child | `retryable()` |\n|---|---|---|\n");
    for (TurnError.Kind kind : TurnError.Kind.values()) {
      row(table, "`" + kind + "`", new TurnError(kind, "it failed"));
      if (kind == TurnError.Kind.UNAUTHORIZED) {
        row(
            table,
            "`" + kind + "`, evidently of the login",
            new TurnError(kind, "the token has expired"));
      }
    }
    assertTrue(
        Files.readString(DOCS).contains(table), () -> "docs/reliability.md should have\n" + table);
  }

  private static void row(StringBuilder table, String name, TurnError error) {
    String child = TurnEnd.retires(error) ? "**retired**" : "kept";
    String retryable = error.retryable() ? "yes" : "no";
    table.append("| %s | %s | %s |\n".formatted(name, child, retryable));
  }
}
