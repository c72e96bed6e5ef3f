package dev.talaria.session.connection;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.session.Codex;
import dev.talaria.session.lab.CodexLab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The login shell that Codex starts with each thread, when Codex is closed meanwhile. */
@Timeout(180)
class RealLoginShellTest {

  private static final int CLOSES = 20;

  @TempDir Path workspace;

  /** A profile that holds a lock for a while, as pyenv's does. */
  private static void writeProfile(Path home, String seconds) throws IOException {
    String profile =
        """
        echo begun >> "$HOME/profile.log"
        mkdir "$HOME/profile.lock"
        sleep %s
        rmdir "$HOME/profile.lock"
        echo ended >> "$HOME/profile.log"
        """
            .formatted(seconds);
    for (String name : List.of(".bash_profile", ".profile", ".zprofile")) {
      Files.writeString(home.resolve(name), profile);
    }
  }

  private static long logged(Path home, String word) {
    try {
      Path log = home.resolve("profile.log");
      return Files.exists(log) ? Files.readAllLines(log).stream().filter(word::equals).count() : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a_close_in_the_middle_of_the_profile_lets_it_end() throws IOException {
    try (CodexLab lab =
        new CodexLab(
            workspace, ModelScript.texts("x"), config -> config.feature("shell_snapshot", true))) {
      Path home = lab.home.path();
      writeProfile(home, "0.4");
      for (int i = 0; i < CLOSES; i++) {
        Duration moment = Duration.ofMillis(1 + 20L * i);
        long before = logged(home, "begun");
        try (Codex codex =
            Codex.launch(lab.launchOptions().closeTimeout(Duration.ofSeconds(30)).build())) {
          codex.openSession(lab.options().build());
          await()
              .pollInterval(Duration.ofMillis(2))
              .atMost(Duration.ofSeconds(60))
              .until(() -> logged(home, "begun") > before);
          await().pollDelay(moment).until(() -> true);
        }
        assertTrue(Files.notExists(home.resolve("profile.lock")), "a close after " + moment);
        assertEquals(logged(home, "begun"), logged(home, "ended"));
      }
      assertEquals(CLOSES, logged(home, "begun"));
    }
  }

  /** Codex kills it then; see the page on limits. */
  @Test
  void a_profile_that_takes_longer_than_the_grace_does_not_keep_the_close() throws IOException {
    try (CodexLab lab =
        new CodexLab(
            workspace, ModelScript.texts("x"), config -> config.feature("shell_snapshot", true))) {
      Path home = lab.home.path();
      writeProfile(home, "100");
      Codex codex = Codex.launch(lab.launchOptions().closeTimeout(Duration.ofMillis(300)).build());
      codex.openSession(lab.options().build());
      await().atMost(Duration.ofSeconds(60)).until(() -> logged(home, "begun") > 0);
      codex.close();
      assertEquals(0, logged(home, "ended"));
      await().atMost(Duration.ofSeconds(60)).until(() -> nothingRuns("sleep 100"));
    }
  }

  private static boolean nothingRuns(String command) {
    return ProcessHandle.allProcesses()
        .noneMatch(process -> process.info().commandLine().orElse("").endsWith(command));
  }
}
