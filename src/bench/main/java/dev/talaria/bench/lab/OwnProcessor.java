package dev.talaria.bench.lab;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The processor time of this process, with its compilers and collectors, between two looks.
 *
 * <p>Not thread-safe. On Linux it is that of the scheduler, thread by thread; elsewhere, and where
 * the scheduler does not tell, that of the JVM, which may count in steps of 10 ms.
 */
public final class OwnProcessor {

  private static final Path TASKS = Path.of("/proc/self/task");
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private Map<String, Long> before = new HashMap<>();

  /** Nanoseconds since the last look; of a thread that has ended in between nothing. */
  public long sinceLastLook() throws IOException {
    Map<String, Long> now = look();
    long spent = 0;
    for (Map.Entry<String, Long> thread : now.entrySet()) {
      spent += Math.max(0, thread.getValue() - before.getOrDefault(thread.getKey(), 0L));
    }
    before = now;
    return spent;
  }

  /** Nanoseconds so far, with those of threads that have ended, in the steps of the JVM. */
  public static long total() {
    return SYSTEM.getProcessCpuTime();
  }

  private static Map<String, Long> look() throws IOException {
    Map<String, Long> nanos = new HashMap<>();
    if (!Files.isReadable(Path.of("/proc/self/schedstat"))) {
      nanos.put("process", SYSTEM.getProcessCpuTime());
      return nanos;
    }
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
      for (Path task : tasks) {
        // A thread that has ended since the folder was listed counts as one that was not there.
        ProcFile.read(task.resolve("schedstat"))
            .ifPresent(
                stat ->
                    nanos.put(
                        task.getFileName().toString(),
                        Long.parseLong(stat, 0, stat.indexOf(' '), 10)));
      }
    }
    return nanos;
  }
}
