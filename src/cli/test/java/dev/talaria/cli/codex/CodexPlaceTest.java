package dev.talaria.cli.codex;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CodexPlaceTest {

  private static final Path GIVEN = Path.of("given").toAbsolutePath();
  private static final Path NAMED = Path.of("named").toAbsolutePath();
  private static final Path HOME = Path.of("home").toAbsolutePath();

  @Test
  void the_option_wins_over_the_variable_and_the_variable_over_the_home() {
    Map<String, String> both = Map.of("CODEX_HOME", NAMED.toString(), "HOME", HOME.toString());
    assertEquals(GIVEN, CodexPlace.home(Path.of("given"), both));
    assertEquals(NAMED, CodexPlace.home(null, both));
    assertEquals(HOME.resolve(".codex"), CodexPlace.home(null, Map.of("HOME", HOME.toString())));
  }

  @Test
  void empty_variables_count_as_none() {
    Map<String, String> empty = Map.of("CODEX_HOME", "", "HOME", "");
    assertEquals(Path.of(System.getProperty("user.home"), ".codex"), CodexPlace.home(null, empty));
  }
}
