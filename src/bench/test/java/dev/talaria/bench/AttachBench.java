package dev.talaria.bench;

import dev.talaria.fixtures.PinnedCodex;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A Codex that listens beside one on stdio, for {@code mvn -Pbench verify}. */
class AttachBench {

  @Test
  void fifty_sessions_of_five_processes() throws Exception {
    new AttachComparison(PinnedCodex.selected().executable(), 50)
        .compare(2_000, 100)
        .publish(new PrintWriter(System.out), Path.of("target", "bench"));
  }
}
