package dev.talaria.codex;

import dev.talaria.codex.process.NpmPackage;
import dev.talaria.codex.process.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for the releases of Codex that npm has put into a cache: a folder for each, which has its
 * version as its name when it is whole.
 *
 * <p>Stateless; reads the file system only.
 */
final class InstalledCodex {

  private static final Logger LOG = LoggerFactory.getLogger(InstalledCodex.class);

  private InstalledCodex() {}

  /** All below {@code folder} that can be run and are new enough, newest first. */
  static List<CodexExecutable> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .flatMap(entry -> release(entry).stream())
          .filter(release -> release.version().isAtLeast(CodexVersion.MINIMUM))
          .sorted(Comparator.comparing(CodexExecutable::version).reversed())
          .toList();
    } catch (IOException e) {
      LOG.warn("{} cannot be read, so no Codex is looked for in it", folder, e);
      return List.of();
    }
  }

  private static Optional<CodexExecutable> release(Path entry) {
    String name = entry.getFileName().toString();
    return CodexVersion.parse(name)
        .filter(version -> version.toString().equals(name))
        .flatMap(
            version ->
                NpmPackage.installedIn(entry, Platform.CURRENT)
                    .map(binary -> new CodexExecutable(binary, version)));
  }
}
