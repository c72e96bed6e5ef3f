package dev.talaria.bench.lab;

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

  private static final Path STAT = Path.of("/proc/self/stat");
  private static final long NANOS_PER_TICK = 10_000_000;

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
      long cpu = endedNanos();
      long start = System.nanoTime();
      Process process = builder.start();
      try {
        process.getOutputStream().close();
        int exitCode = process.waitFor();
        long nanos = System.nanoTime() - start;
        return new ExternalRun(
            nanos, endedNanos() - cpu, exitCode, Files.readString(errors).strip());
      } finally {
        process.destroyForcibly();
      }
    } finally {
      Files.deleteIfExists(errors);
    }
  }

  /**
   * The processor time of all children that have ended, in steps of 10 ms: fields 16 and 17 of
   * Linux's stat; 0 elsewhere.
   */
  public static long endedNanos() throws IOException {
    if (!Files.isReadable(STAT)) {
      return 0;
    }
    String stat = Files.readString(STAT);
    String[] behindName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(behindName[13]) + Long.parseLong(behindName[14])) * NANOS_PER_TICK;
  }

  public double seconds() {
    return nanos / 1e9;
  }

  public double cpuSeconds() {
    return cpuNanos / 1e9;
  }
}
