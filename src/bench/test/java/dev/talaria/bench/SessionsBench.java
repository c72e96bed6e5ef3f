package dev.talaria.bench;

import dev.talaria.fixtures.PinnedCodex;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * {@code talaria bench figures --only sessions} with few sessions, for {@code mvn -Pbench verify}.
 */
class SessionsBench {

  @Test
  void one_and_five() throws Exception {
    new SessionsComparison(PinnedCodex.selected().executable())
        .compare(1, 5)
        .publish(new PrintWriter(System.out), Path.of("target", "bench"));
  }
}
