package dev.talaria.cli.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.cli.CommandRun;
import dev.talaria.fixtures.PinnedCodex;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code talaria protocol diff} from the Codex under test to the pinned one. */
@Timeout(120)
class RealProtocolDiffTest {

  private static final String SHOWN_FROM = "0.130.0";

  @Test
  void two_executables_are_compared() throws Exception {
    String old = PinnedCodex.selected().executable().toString();
    PinnedCodex pinned = PinnedCodex.install(PinnedCodex.defaultCache(), line -> {});
    CommandRun run =
        assertTimeout(
            Duration.ofSeconds(60),
            () -> CommandRun.of("protocol", "diff", old, pinned.executable().toString()));
    String versions = "Codex " + PinnedCodex.selectedVersion() + " -> " + pinned.version();
    assertTrue(run.out().startsWith(versions), run.out() + run.err());
    assertEquals(run.out().contains("AFFECTED") ? 1 : 0, run.exit());
    if (PinnedCodex.selectedVersion().equals(pinned.version())) {
      assertTrue(run.out().contains("nothing changed"), run.out());
    }
    if (PinnedCodex.selectedVersion().equals(SHOWN_FROM)) {
      Path example = Path.of(System.getProperty("talaria.root"), "docs/protocol-diff-example.md");
      assertTrue(
          Files.readString(example).contains("```text\n" + run.out() + "```"),
          () -> "docs/protocol-diff-example.md is to show:\n" + run.out());
    }
  }
}
