package dev.talaria.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@link MigrateComparison} with three sizes, for {@code mvn -Pbench verify}. */
class MigrateBench {

  @Test
  void size_of_the_file() throws Exception {
    new MigrateComparison(1)
        .of(50, 500, 5000)
        .publish(new PrintWriter(System.out), Path.of("target", "bench"));
  }
}
