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
    return living + ended();
  }

  /** Nanoseconds of those that have ended: fields 16 and 17 of Linux's stat; 0 elsewhere. */
  static long ended() throws IOException {
    if (!Files.isReadable(STAT)) {
      return 0;
    }
    String stat = Files.readString(STAT);
    String[] behindName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(behindName[13]) + Long.parseLong(behindName[14])) * NANOS_PER_TICK;
  }
}
