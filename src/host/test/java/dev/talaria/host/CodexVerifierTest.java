package dev.talaria.host;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.codex.CodexOptions;
import dev.talaria.migration.MigrationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The judge of a configuration when Codex does not do as it should. */
@Timeout(60)
class CodexVerifierTest {

  @TempDir Path folder;
  private List<Long> before;

  @BeforeEach
  void note_the_processes() {
    before = PluginLab.processes();
  }

  @AfterEach
  void nothing_is_left() throws Exception {
    await().until(() -> before.containsAll(PluginLab.processes()));
    assertEquals(0, ScratchLeft.count());
  }

  private CodexVerifier verifier(String body) throws Exception {
    return CodexVerifier.of(ScriptedCodex.options(folder, body), Duration.ofSeconds(1));
  }

  private String failure(CodexVerifier verifier) {
    return assertThrows(MigrationException.class, () -> verifier.refusal("a=1".getBytes(), folder))
        .getMessage();
  }

  @Test
  void a_codex_that_hangs_is_ended() throws Exception {
    String message = failure(verifier("exec sleep 600"));
    assertTrue(message.contains("took more than 1000 ms"), message);
  }

  @Test
  void a_codex_that_dies_is_no_refusal() throws Exception {
    String message = failure(verifier("echo 'Error: api_key=verysecretvalue' >&2; exit 101"));
    assertTrue(message.contains("exited with 101"), message);
    assertFalse(message.contains("verysecretvalue"), message);
    assertTrue(failure(verifier("kill -9 $$")).contains("137"));
    assertTrue(failure(verifier("echo 'error: no such command' >&2; exit 1")).contains("command"));
  }

  @Test
  void a_codex_that_is_not_there_is_a_failure() {
    CodexVerifier verifier =
        CodexVerifier.of(
            CodexOptions.builder().executable(folder.resolve("nothing/codex")).build());
    assertTrue(failure(verifier).contains("was not found"));
    assertThrows(MigrationException.class, verifier::version);
  }

  @Test
  void codex_gets_the_text_as_it_is_in_a_folder_that_others_cannot_see() throws Exception {
    Path seen = folder.resolve("seen");
    Optional<String> refusal =
        verifier(
                "{ echo \"$@\"; pwd; echo \"$CODEX_HOME\"; ls -l; cat config.toml;"
                    + " ls -ld ../../../../..; } >'"
                    + seen
                    + "'")
            .refusal("a=1".getBytes(), folder);
    assertEquals(Optional.empty(), refusal);
    List<String> lines = Files.readAllLines(seen);
    assertEquals("features list", lines.get(0));
    assertEquals(lines.get(1), lines.get(2), "the folder is the CODEX_HOME, too");
    assertFalse(lines.get(1).equals(folder.toString()), lines + "");
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("-rw------- ")), lines + "");
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("a=1drwx------ ")), lines + "");
  }

  @Test
  void an_interrupt_ends_the_wait() throws Exception {
    Path asked = folder.resolve("asked");
    CodexVerifier verifier =
        CodexVerifier.of(
            ScriptedCodex.options(folder, ": >'" + asked + "'; exec sleep 600"),
            Duration.ofSeconds(30));
    CompletableFuture<String> told = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              String message = failure(verifier);
              told.complete(Thread.currentThread().isInterrupted() + " " + message);
            });
    caller.start();
    await().until(() -> Files.exists(asked));
    caller.interrupt();
    caller.join(10_000);
    assertTrue(told.getNow("still waiting").startsWith("true "), told.getNow("still waiting"));
    assertTrue(told.join().contains("interrupted"), told.join());
  }
}
