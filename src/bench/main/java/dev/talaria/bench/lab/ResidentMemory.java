package dev.talaria.bench.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * What some processes hold of the machine's memory, as Linux tells it.
 *
 * <p>Immutable. Both are 0 where there is no {@code /proc}.
 *
 * @param resident bytes of VmRSS: pages that two processes share count twice
 * @param proportional bytes of Pss, where such pages are divided among those who share them; VmRSS
 *     where the kernel does not tell it
 */
public record ResidentMemory(long resident, long proportional) {

  private static final Path PROC = Path.of("/proc");

  public static boolean isTold() {
    return Files.isReadable(PROC.resolve("self/status"));
  }

  /** The sum over processes; one that has ended counts nothing. */
  public static ResidentMemory of(List<ProcessHandle> processes) throws IOException {
    long resident = 0;
    long proportional = 0;
    for (ProcessHandle process : processes) {
      Path folder = PROC.resolve(Long.toString(process.pid()));
      long own = bytes(folder.resolve("status"), "VmRSS:").orElse(0);
      resident += own;
      proportional += own == 0 ? 0 : bytes(folder.resolve("smaps_rollup"), "Pss:").orElse(own);
    }
    return new ResidentMemory(resident, proportional);
  }

  private static OptionalLong bytes(Path file, String field) throws IOException {
    if (!Files.isReadable(file)) {
      return OptionalLong.empty();
    }
    return ProcFile.read(file).stream()
        .flatMap(String::lines)
        .filter(line -> line.startsWith(field))
        .mapToLong(line -> kilobytes(line.substring(field.length())) * 1024)
        .findFirst();
  }

  private static long kilobytes(String text) {
    return Long.parseLong(text.replace("kB", "").strip());
  }
}
