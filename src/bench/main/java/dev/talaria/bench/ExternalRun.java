package dev.talaria.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One run of another program, from its start to its exit.
 *
 * <p>Immutable. Its output is thrown away, unless it fails.
 *
 * @param nanos by the clock on the wall
 * @param cpuNanos processor time of it and its children, in the kernel's ticks; 0 where the
 *     platform does not tell
 * @param exitCode its exit code
 * @param errors what it wrote to its standard error
 */
public record ExternalRun(long nanos, long cpuNanos, int exitCode, String errors) {

  /** Runs a program without standard input and waits until it ends. */
  public static ExternalRun of(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path errors = Files.createTempFile("talaria-bench-", ".err");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(errors.toFile());
      builder.environment().putAll(environment);
      long cpu = ChildProcessor.ended();
      long start = System.nanoTime();
      Process process = builder.start();
      try {
        process.getOutputStream().close();
        int exitCode = process.waitFor();
        long nanos = System.nanoTime() - start;
        return new ExternalRun(
            nanos, ChildProcessor.ended() - cpu, exitCode, Files.readString(errors).strip());
      } finally {
        process.destroyForcibly();
      }
    } finally {
      Files.deleteIfExists(errors);
    }
  }

  /** This run, or an exception that says how it failed. */
  public ExternalRun orFail(List<String> command) throws IOException {
    if (exitCode != 0) {
      throw new IOException(
          String.join(" ", command) + " ended with exit code " + exitCode + ": " + errors);
    }
    return this;
  }

  double seconds() {
    return nanos / 1e9;
  }

  double cpuSeconds() {
    return cpuNanos / 1e9;
  }
}
