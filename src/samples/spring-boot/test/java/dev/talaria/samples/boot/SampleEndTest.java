package dev.talaria.samples.boot;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The sample program as a process of its own, which is told to end in the middle of a turn. */
@Timeout(240)
class SampleEndTest {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

  @TempDir Path workspace;

  private int port(Path log) throws Exception {
    await().atMost(LIMIT).until(() -> PORT.matcher(Files.readString(log)).find());
    Matcher port = PORT.matcher(Files.readString(log));
    assertTrue(port.find());
    return Integer.parseInt(port.group(1));
  }

  @Test
  void a_signal_in_the_middle_of_a_turn_ends_it_after_its_grace_and_leaves_no_process()
      throws Exception {
    Path log = workspace.resolve("log.txt");
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dtalaria.cache=" + System.getProperty("talaria.cache"),
                "-cp",
                System.getProperty("java.class.path"),
                SampleProgram.class.getName(),
                "--spring.profiles.active=demo",
                "--server.port=0",
                "--talaria.shutdown.grace=2s",
                "--talaria.session.cwd=" + workspace)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      SampleClient client = new SampleClient(port(log));
      CompletableFuture<String> stream = client.turn("write hello");
      await().atMost(LIMIT).until(() -> !client.get("/turns/approvals").isEmpty());
      List<ProcessHandle> started = program.descendants().toList();
      assertFalse(started.isEmpty());

      long begun = System.nanoTime();
      program.destroy();
      assertTrue(program.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS), Files.readString(log));
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      assertTrue(took.compareTo(Duration.ofSeconds(2)) >= 0, took + Files.readString(log));
      assertEquals(128 + 15, program.exitValue());
      assertEquals(List.of(), started.stream().filter(ProcessHandle::isAlive).toList());
      String events = stream.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
      assertTrue(events.contains("\"status\":\"INTERRUPTED\""), events);
      assertFalse(Files.exists(workspace.resolve("hello.txt")));
    } finally {
      program.destroyForcibly();
    }
  }
}
