package dev.talaria.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * {@code talaria bench figures --only start} without a launcher, for {@code mvn -Pbench verify}.
 */
class StartBench {

  @Test
  void version_beside_a_java_that_does_nothing() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("java.class.path");
    new StartComparison(5)
        .add("java -version", List.of(java, "-version"), Map.of())
        .add(
            "talaria --version, on a class path",
            List.of(java, "-cp", classes, "dev.talaria.cli.Talaria", "--version"),
            Map.of())
        .compare()
        .publish(new PrintWriter(System.out), Path.of("target", "bench"));
  }
}
