package dev.talaria.host;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.codex.CodexOptions;
import dev.talaria.migration.InstalledPlugin;
import dev.talaria.migration.MigrationException;
import dev.talaria.migration.PluginLister.Listing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The question for plugins to a Codex that does not do as it should. */
@Timeout(300)
class CodexPluginsTest {

  private static final Duration SHORT = Duration.ofSeconds(2);

  @TempDir Path folder;
  private List<Long> before;

  @BeforeEach
  void note_the_processes() {
    before = PluginLab.processes();
  }

  @AfterEach
  void no_process_is_left() {
    await().until(() -> before.containsAll(PluginLab.processes()));
  }

  private String failure(String body) throws Exception {
    CodexOptions options = ScriptedCodex.options(folder, body);
    String message =
        assertThrows(MigrationException.class, CodexPlugins.of(options, SHORT)::list).getMessage();
    assertTrue(message.startsWith("Codex's plugins are not known: "), message);
    return message;
  }

  @Test
  void a_codex_that_hangs_before_the_handshake_is_ended() throws Exception {
    assertTrue(failure("exec sleep 600").contains("2000 ms"));
  }

  @Test
  void a_codex_that_hangs_at_the_question_is_ended() throws Exception {
    assertTrue(failure(ScriptedCodex.HANDSHAKE + "exec sleep 600").contains("plugin/list"));
  }

  @Test
  void a_codex_that_dies_is_told_with_its_last_words_but_no_secret() throws Exception {
    String message =
        failure(ScriptedCodex.HANDSHAKE + "echo 'no disk, api_key=verysecretvalue' >&2; exit 7");
    assertTrue(message.contains("code 7") && message.contains("no disk"), message);
    assertFalse(message.contains("verysecretvalue"), message);
  }

  @Test
  void a_refusal_is_a_failure() throws Exception {
    String refusal = "{\"id\":2,\"error\":{\"code\":-32603,\"message\":\"no such luck\"}}";
    assertTrue(
        failure(ScriptedCodex.HANDSHAKE + "read line; echo '" + refusal + "'; exec sleep 600")
            .contains("no such luck"));
  }

  @Test
  void a_codex_that_is_not_there_is_a_failure() {
    CodexOptions options =
        CodexOptions.builder().executable(folder.resolve("nothing/codex")).build();
    MigrationException failure =
        assertThrows(MigrationException.class, CodexPlugins.of(options)::list);
    assertTrue(failure.getMessage().contains("was not found"), failure.getMessage());
  }

  @Test
  void a_marketplace_that_comes_late_is_awaited() throws Exception {
    String late =
        """
        read line; echo '{"id":2,"result":{"marketplaces":[]}}'
        read line; echo '{"id":3,"result":{"config":{"plugins":{"github@openai-curated":{}}}}}'
        read line; echo '{"id":4,"result":{"marketplaces":[]}}'
        read line; echo '{"id":5,"result":{"marketplaces":[{"plugins":[{"name":"github","installed":true}]}]}}'
        exec sleep 600
        """;
    CodexOptions options = ScriptedCodex.options(folder, ScriptedCodex.HANDSHAKE + late);
    assertEquals(
        new Listing(List.of(new InstalledPlugin("github", "openai-curated", true)), List.of()),
        CodexPlugins.of(options).list());
  }

  @Test
  void an_interrupt_ends_the_wait_and_the_child() throws Exception {
    CodexOptions options =
        ScriptedCodex.options(
            folder,
            ScriptedCodex.HANDSHAKE
                + "read line; : >'"
                + folder.resolve("asked")
                + "'; exec sleep 600");
    CompletableFuture<String> told = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                CodexPlugins.of(options).list();
                told.complete("no failure");
              } catch (MigrationException e) {
                told.complete(Thread.currentThread().isInterrupted() + " " + e.getMessage());
              }
            });
    caller.start();
    await().until(() -> Files.exists(folder.resolve("asked")));
    caller.interrupt();
    caller.join(10_000);
    assertTrue(told.getNow("still waiting").startsWith("true "), told.getNow("still waiting"));
    assertTrue(told.join().contains("interrupted"), told.join());
  }
}
