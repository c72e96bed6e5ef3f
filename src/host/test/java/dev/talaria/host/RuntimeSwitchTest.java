package dev.talaria.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.base.TalariaException;
import dev.talaria.migration.MigrationReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuntimeSwitchTest {

  private final Memory store = new Memory();
  private String codex = "0.169.0";
  private boolean migrates = true;
  private boolean turnRuns;
  private int checks;
  private int migrations;
  private int evictions;

  private RuntimeSwitch runtime(String yaml) {
    store.text = yaml;
    return RuntimeSwitch.builder(store, this::check, this::migrate)
        .turnRuns(() -> turnRuns)
        .evict(() -> evictions++)
        .build();
  }

  private String check() {
    checks++;
    if (codex == null) {
      throw new TalariaException("there is no codex");
    }
    return codex;
  }

  private MigrationReport migrate() {
    migrations++;
    if (!migrates) {
      throw new TalariaException("config.toml is broken");
    }
    return new MigrationReport(
        "config.toml",
        true,
        false,
        true,
        List.of("docs"),
        Map.of(),
        List.of(),
        List.of(),
        null,
        ":workspace",
        List.of(),
        List.of(),
        null,
        null,
        "",
        "");
  }

  @ParameterizedTest
  @CsvSource({
    "auto,AUTO",
    "codex_app_server,CODEX_APP_SERVER",
    "on,CODEX_APP_SERVER",
    "codex,CODEX_APP_SERVER",
    "enable,CODEX_APP_SERVER",
    "ENABLE,CODEX_APP_SERVER",
    "off,AUTO",
    "default,AUTO",
    "disable,AUTO",
    "DiSaBlE,AUTO",
    "hermes,AUTO",
    "' on ',CODEX_APP_SERVER"
  })
  void a_word_means_a_runtime(String word, HostRuntime expected) {
    assertEquals(expected, HostRuntime.asked(word).orElseThrow());
  }

  @Test
  void an_unknown_word_is_named_with_those_that_are_known() {
    RuntimeChange change = runtime("").apply("turbo");
    assertFalse(change.success());
    assertEquals(
        "Unknown runtime 'turbo'. Use one of: auto, codex_app_server, on, off", change.message());
    assertEquals(0, checks);
    assertEquals(
        "Unknown runtime 'TurBo\\u001b[2J'. Use one of: auto, codex_app_server, on, off",
        runtime("").apply("TurBo\u001b[2J").message());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "model: {}",
        "model: {openai_runtime: ''}",
        "model: {openai_runtime: garbage}",
        "model: {openai_runtime: null}",
        "model: gpt",
        "[1]"
      })
  void without_a_word_that_is_known_it_is_the_hosts_own(String yaml) {
    assertEquals(HostRuntime.AUTO, runtime(yaml).current());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   "})
  void nothing_asked_shows(String words) {
    RuntimeChange change = runtime("model: {openai_runtime: codex_app_server}").apply(words);
    assertEquals("openai_runtime: codex_app_server\ncodex CLI: OK 0.169.0", change.message());
    assertTrue(change.success());
    assertEquals(1, checks);
    assertEquals(0, store.writes);
    assertEquals(0, migrations);
  }

  @Test
  void shown_without_a_codex_says_why() {
    codex = null;
    assertEquals(
        "openai_runtime: auto\ncodex CLI: not available — there is no codex",
        runtime("").show().message());
  }

  @Test
  void off_when_off_does_nothing() {
    RuntimeChange change = runtime("").apply("off");
    assertTrue(change.success());
    assertEquals("openai_runtime already set to auto", change.message());
    assertFalse(change.requiresNewSession());
    assertEquals(0, store.writes + checks + migrations + evictions);
  }

  @Test
  void on_stores_then_migrates() {
    RuntimeChange change = runtime("model:\n  default: gpt # mine\n").apply("on");
    assertTrue(change.success());
    assertEquals(HostRuntime.AUTO, change.before());
    assertEquals(HostRuntime.CODEX_APP_SERVER, change.now());
    assertTrue(change.requiresNewSession());
    assertTrue(change.message().contains("via MCP"), change.message());
    assertTrue(change.message().contains("Migrated 1 MCP server"), change.message());
    assertEquals("model:\n  openai_runtime: codex_app_server\n  default: gpt # mine\n", store.text);
    assertEquals(List.of(1, 1, 1), List.of(checks, migrations, evictions));
  }

  @Test
  void on_when_on_migrates_again_and_stores_nothing() {
    RuntimeChange change = runtime("model: {openai_runtime: codex_app_server}").apply("on");
    assertTrue(change.success());
    assertTrue(change.requiresNewSession());
    for (String part :
        List.of(
            "already set",
            "re-applying migration",
            "Migrated 1 MCP server",
            "Default sandbox: :workspace")) {
      assertTrue(change.message().contains(part), change.message());
    }
    assertEquals(List.of(0, 1), List.of(store.writes, migrations));
  }

  @Test
  void on_without_a_codex_changes_nothing() {
    codex = null;
    RuntimeSwitch runtime = runtime("a: 1\n");
    RuntimeChange change = runtime.apply("on");
    assertFalse(change.success());
    assertTrue(change.message().contains("Cannot enable"), change.message());
    assertTrue(change.message().contains("npm i -g @openai/codex"), change.message());
    assertEquals("a: 1\n", store.text);
    assertEquals(HostRuntime.AUTO, runtime.current());
    assertEquals(List.of(1, 0, 0), List.of(checks, migrations, evictions));
  }

  @Test
  void off_asks_for_no_codex_and_leaves_its_configuration() {
    RuntimeChange change = runtime("model: {openai_runtime: codex_app_server}").apply("off");
    assertTrue(change.success());
    assertTrue(change.requiresNewSession());
    assertEquals("model: {openai_runtime: auto}", store.text);
    assertEquals(List.of(0, 0, 1), List.of(checks, migrations, evictions));
  }

  @Test
  void a_store_that_fails_leaves_all_as_it_was() {
    store.failure = "disk full";
    RuntimeSwitch runtime = runtime("a: 1\n");
    RuntimeChange change = runtime.apply("on");
    assertFalse(change.success());
    assertTrue(change.message().contains("persist failed"), change.message());
    assertTrue(change.message().contains("disk full"), change.message());
    assertEquals(HostRuntime.AUTO, runtime.current());
    assertEquals(List.of(0, 0), List.of(migrations, evictions));
  }

  @Test
  void a_migration_that_fails_is_a_warning() {
    migrates = false;
    RuntimeChange change = runtime("").apply("on");
    assertTrue(change.success());
    assertTrue(
        change.message().contains("⚠ MCP migration skipped: config.toml is broken"),
        change.message());
    assertEquals(HostRuntime.CODEX_APP_SERVER, change.now());
  }

  @ParameterizedTest
  @ValueSource(strings = {"on", "off"})
  void nothing_is_switched_while_a_turn_runs(String word) {
    turnRuns = true;
    RuntimeChange change = runtime("model: {openai_runtime: codex_app_server}").apply(word);
    assertFalse(change.success());
    assertTrue(change.message().contains("while a turn runs"), change.message());
    assertEquals(0, store.writes + checks + migrations + evictions);
  }

  /** A store that can fail. */
  private static final class Memory implements RuntimeSwitch.Store {

    private String text = "";
    private String failure;
    private int writes;

    @Override
    public String read() {
      return text;
    }

    @Override
    public void write(String before, String after) {
      if (failure != null) {
        throw new IllegalStateException(failure);
      }
      assertEquals(text, before);
      writes++;
      text = after;
    }

    @Override
    public String name() {
      return "host.yaml";
    }
  }
}
