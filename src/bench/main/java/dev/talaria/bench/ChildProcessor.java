package dev.talaria.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The processor time of this process' children: of those that run, and of those that have ended.
 *
 * <p>Stateless. The second is told on Linux only; both count in steps of 10 ms.
 */
final class ChildProcessor {

  private static final Path STAT = Path.of("/proc/self/stat");
  private static final long NANOS_PER_TICK = 10_000_000;

  private ChildProcessor() {}

  /** Nanoseconds so far, without one that runs to the end. */
  static long nanosWithout(ProcessHandle other) throws IOException {
    long living =
        ProcessHandle.current()
            .descendants()
            .filter(child -> !child.equals(other))
            .mapToLong(child -> child.info().totalCpuDuration().orElse(Duration.ZERO).toNanos())
            .sum();
    if (!Files.isReadable(STAT)) {
      return living;
    }
    String[] fields = Files.readString(STAT).split("\\) ")[1].split(" ");
    return living + (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) * NANOS_PER_TICK;
  }
}
