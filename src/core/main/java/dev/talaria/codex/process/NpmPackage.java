package dev.talaria.codex.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the native binary that npm installs with the {@code codex} command.
 *
 * <p>Stateless; reads the file system only. The command is a Node script that starts the binary:
 * going straight to it saves a Node process for each child, and the signals reach Codex itself. The
 * binary lies in a package for the platform, found as Node finds it (nested in the main package or
 * hoisted to a {@code node_modules} further up), and in older releases in the main package.
 */
public final class NpmPackage {

  private static final Logger LOG = LoggerFactory.getLogger(NpmPackage.class);
  private static final int SHIM_LIMIT = 16_384;

  private NpmPackage() {}

  /** The native binary that {@code command} would start; empty if it is not npm's script. */
  public static Optional<Path> nativeBinary(Path command, Platform platform) {
    Optional<Path> root = packageRoot(command, platform);
    if (root.isEmpty()) {
      return Optional.empty();
    }
    for (Path dir = root.get(); dir != null; dir = dir.getParent()) {
      Optional<Path> found = installedIn(dir, platform);
      if (found.isPresent()) {
        return found;
      }
    }
    return inVendor(root.get(), platform);
  }

  /** The native binary that npm has installed into {@code directory}, if it is there. */
  public static Optional<Path> installedIn(Path directory, Platform platform) {
    return inVendor(inModules(directory, platform), platform);
  }

  private static Path inModules(Path directory, Platform platform) {
    return directory.resolve("node_modules").resolve("@openai").resolve(platform.packageName());
  }

  /**
   * The folder of tools that npm's script of older releases puts in front of the child's search
   * path; empty when {@code binary} has none beside it. Newer binaries do this themselves.
   */
  static Optional<Path> bundledTools(Path binary) {
    Path folder = binary.toAbsolutePath().getParent();
    Path triple = folder == null ? null : folder.getParent();
    Path vendor = triple == null ? null : triple.getParent();
    if (vendor == null || !vendor.endsWith("vendor")) {
      return Optional.empty();
    }
    return Optional.of(triple.resolve("path")).filter(Files::isDirectory);
  }

  private static Optional<Path> inVendor(Path packageDir, Platform platform) {
    Path target = packageDir.resolve("vendor").resolve(platform.targetTriple());
    for (String folder : List.of("bin", "codex")) {
      Path binary = target.resolve(folder).resolve(platform.binaryName());
      if (Files.isRegularFile(binary) && Files.isExecutable(binary)) {
        return Optional.of(binary);
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> packageRoot(Path command, Platform platform) {
    try {
      Path real = command.toRealPath();
      if (real.endsWith(Path.of("bin", "codex.js"))) {
        return Optional.of(real.getParent().getParent());
      }
      if (platform.isWindows() && isNpmCommandFile(real)) {
        Path dir = real.getParent();
        for (Path scope : List.of(dir.resolve("node_modules"), dir.resolveSibling("."))) {
          Path root = scope.resolve("@openai").resolve("codex").normalize();
          if (Files.isRegularFile(root.resolve("bin").resolve("codex.js"))) {
            return Optional.of(root.toRealPath());
          }
        }
      }
    } catch (IOException e) {
      LOG.debug("{} cannot be followed to an npm package and is used as it is", command, e);
    }
    return Optional.empty();
  }

  /** Whether a Windows command file is npm's own and not another wrapper. */
  private static boolean isNpmCommandFile(Path file) throws IOException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (!name.equals("codex.cmd") || Files.size(file) > SHIM_LIMIT) {
      return false;
    }
    return Files.readString(file, StandardCharsets.ISO_8859_1)
        .replace('\\', '/')
        .contains("@openai/codex/bin/codex.js");
  }
}
