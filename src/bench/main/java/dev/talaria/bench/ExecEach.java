package dev.talaria.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * {@code codex exec --json}, a process for each turn: what a host does that has no client.
 *
 * <p>Immutable; many threads may run turns at a time.
 *
 * @param answer what the scripted model says, in words that JSON writes as they are
 */
public record ExecEach(BenchCodex codex, String prompt, String answer) {

  /**
   * Runs a turn and reads all that it writes.
   *
   * @throws IllegalStateException if it did not end well with the answer
   */
  public void turn() throws IOException, InterruptedException {
    ProcessBuilder command =
        codex.bare("exec", "--json", "--skip-git-repo-check", "--sandbox", "read-only", prompt);
    command.redirectInput(Path.of("/dev/null").toFile());
    Process process = command.start();
    String written;
    try (InputStream out = process.getInputStream()) {
      written = new String(out.readAllBytes(), StandardCharsets.UTF_8);
    }
    int exit = process.waitFor();
    if (exit != 0 || !written.contains("\"text\":\"" + answer + '"')) {
      throw new IllegalStateException("codex exec ended with " + exit + " and wrote: " + written);
    }
  }
}
