package dev.talaria.bench;

import dev.talaria.bench.recording.LongRecording;
import dev.talaria.bench.recording.ProjectComparison;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code talaria bench project} with a small recording, for {@code mvn -Pbench verify}. */
class ProjectBench {

  @Test
  void recording_of_sixty_thousand_lines(@TempDir Path folder) throws Exception {
    Path recording = folder.resolve("recording.jsonl");
    try (OutputStream out = Files.newOutputStream(recording)) {
      new LongRecording().write(out, 60_000);
    }
    new ProjectComparison(3)
        .compare(recording, Map.of())
        .publish(new PrintWriter(System.out), Path.of("target", "bench"));
  }
}
