package dev.talaria.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.base.TalariaException;
import dev.talaria.codex.CodexOptions;
import dev.talaria.session.result.TurnError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an error shows of the stderr of a Codex that died: its end, and none of its secrets. */
@Timeout(60)
class LastWordsTest {

  private static final String SECRET = "correct-horse-battery";

  /** Says what it knows on stderr, after many lines, and dies. */
  private static final String DIES =
      """
      i=0
      while [ $i -lt 2000 ]; do i=$((i + 1)); echo "line $i"; done >&2
      echo "panic: no access with $DEPLOY_TOKEN" >&2
      exit 7
      """;

  /** Answers the next request with a result. */
  private static final String ANSWER =
      """
      answer() {
        read -r line
        rest=${line#*\\"id\\":}
        echo "{\\"id\\":${rest%%,*},\\"result\\":$1}"
      }
      """;

  @TempDir Path folder;

  private CodexOptions options(String script) throws IOException {
    Path codex = folder.resolve("codex");
    String version = "if [ \"$1\" = --version ]; then echo codex-cli 0.169.0; exit 0; fi\n";
    Files.writeString(codex, "#!/bin/sh\n" + version + script);
    Files.setPosixFilePermissions(codex, PosixFilePermissions.fromString("rwx------"));
    return CodexOptions.builder().executable(codex).environment("DEPLOY_TOKEN", SECRET).build();
  }

  private static void assertLastWords(String message) {
    assertTrue(message.contains("code 7"), message);
    assertTrue(message.contains("line 2000\npanic: no access with [redacted]"), message);
    assertFalse(message.contains(SECRET), message);
  }

  @Test
  void a_codex_that_dies_at_its_start_is_told_with_its_last_words() throws Exception {
    CodexOptions options = options(DIES);
    assertLastWords(
        assertThrows(TalariaException.class, () -> Codex.launch(options).close()).getMessage());
  }

  @Test
  void a_codex_that_dies_in_a_turn_is_told_with_its_last_words() throws Exception {
    String script =
        ANSWER
            + """
            answer '{"userAgent":"talaria/0.169.0 (test)"}'
            read -r initialized
            answer '{"thread":{"id":"thread-1"}}'
            answer '{"turn":{"id":"turn-1"}}'
            """
            + DIES;
    try (Codex codex = Codex.launch(options(script));
        CodexSession session = codex.openSession(SessionOptions.builder().cwd(folder).build())) {
      TurnError error = session.runTurn("go").error();
      assertEquals(TurnError.Kind.CONNECTION_LOST, error.kind());
      assertLastWords(error.message());
    }
  }
}
