package dev.talaria.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.talaria.bench.turn.TurnComparison;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A flood of deltas on a listener that takes 1 ms for each call, in a JVM with a small heap: the
 * benchmark, which checks that all of them are heard in order, with a smaller number.
 */
class FloodMemoryTest {

  private static final int FLOOD = 400_000;

  /** Of the rows before the flood: so many deltas, in a second. */
  private static final int RATE = 1000;

  /** Measures a flood and writes its table: {@code Flood FILE}. */
  static final class Flood {

    public static void main(String[] args) throws Exception {
      TurnComparison.stream(new TurnComparison.Size(1, 1, RATE, RATE, FLOOD))
          .publishTo(new PrintWriter(System.out), Path.of(args[0]));
    }
  }

  @Test
  @Timeout(120)
  void a_flood_on_a_slow_listener_needs_no_more_than_a_small_heap(@TempDir Path folder)
      throws Exception {
    Path json = folder.resolve("stream.json");
    Path log = folder.resolve("log");
    Process jvm =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx32m",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Flood.class.getName(),
                    json.toString()))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertTrue(jvm.waitFor(100, TimeUnit.SECONDS), "it does not end");
    } finally {
      jvm.destroyForcibly();
    }
    assertEquals(0, jvm.exitValue(), Files.readString(log, StandardCharsets.UTF_8));
    JsonNode flood = new ObjectMapper().readTree(json.toFile()).path("rows").path(5);
    assertEquals("flood, a listener of 1 ms", flood.path("stream").asText());
    assertEquals(FLOOD, flood.path("deltas").asInt());
    assertTrue(flood.path("calls").asInt() < FLOOD / 100, flood.toString());
    assertTrue(flood.path("B/delta").asDouble() < 1024, flood.toString());
  }
}
