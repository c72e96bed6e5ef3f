package dev.talaria.bench;

import dev.talaria.fixtures.PinnedCodex;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code talaria bench figures --only calls} with few calls, for {@code mvn -Pbench verify}. */
class CallsBench {

  @Test
  void calls_beside_a_bare_driver_and_exec() throws Exception {
    CallsComparison.calls(
            PinnedCodex.selected().executable(), new CallsComparison.Size(40, 8, 2, 1))
        .publish(new PrintWriter(System.out), Path.of("target", "bench"));
  }
}
