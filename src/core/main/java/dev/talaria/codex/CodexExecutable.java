package dev.talaria.codex;

import dev.talaria.base.TalariaCache;
import dev.talaria.base.TalariaException;
import dev.talaria.codex.process.ChildEnvironment;
import dev.talaria.codex.process.CodexCommand;
import dev.talaria.codex.process.InstallHint;
import dev.talaria.codex.process.NpmPackage;
import dev.talaria.codex.process.Platform;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Codex that can be run, with the version that it reported.
 *
 * <p>Immutable. The record itself checks nothing: {@link #locate} does.
 *
 * @param path absolute path of the executable
 * @param version what {@code codex --version} said
 */
public record CodexExecutable(Path path, CodexVersion version) {

  /** The environment variable that names the executable when the options do not. */
  public static final String VARIABLE = "TALARIA_CODEX";

  private static final Logger LOG = LoggerFactory.getLogger(CodexExecutable.class);

  /**
   * Finds Codex and asks for its version: {@link CodexOptions#executable}, or else what {@code
   * TALARIA_CODEX} names, else {@code codex} on the path that the app-server will see, or else the
   * first of {@link #installed}. A bare name is looked up on that path. Where npm's script is
   * found, the native binary that it starts is taken if it can be found. What is named is taken or
   * refused; a {@code codex} on the path that is missing, not executable or too old gives way to an
   * installed one. Blocks for at most twice {@link CodexOptions#versionTimeout} and a moment.
   *
   * @param options the executable, the environment and the time limit; the rest does not matter
   *     here
   * @return the Codex to run, no older than {@link CodexVersion#MINIMUM}
   * @throws CodexNotFoundException if there is none or it is not executable
   * @throws CodexVersionException if it is older than {@link CodexVersion#MINIMUM} or does not
   *     report its version
   */
  public static CodexExecutable locate(CodexOptions options) {
    return locate(options, System.getenv(), TalariaCache.codex());
  }

  static CodexExecutable locate(CodexOptions options, Map<String, String> host, Path installed) {
    Map<String, String> environment = ChildEnvironment.of(host, options);
    Duration timeout = options.versionTimeout();
    Optional<Path> named = named(options, environment);
    if (named.isPresent()) {
      return newEnough(probed(named.get(), environment, timeout));
    }
    TalariaException refusal;
    try {
      CodexExecutable found = probed(onPath("codex", environment), environment, timeout);
      if (found.version().isAtLeast(CodexVersion.MINIMUM)) {
        return found;
      }
      refusal = InstallHint.tooOld(found.version());
    } catch (CodexNotFoundException e) {
      refusal = e;
    }
    Optional<CodexExecutable> newest = installedIn(installed).stream().findFirst();
    if (newest.isEmpty()) {
      throw refusal;
    }
    LOG.debug("using the installed codex, because {}", refusal.getMessage());
    return newEnough(probed(newest.get().path(), environment, timeout));
  }

  /**
   * {@return the releases that {@code talaria codex install} or a test has put into Talaria's
   * cache, newest first} None of them is run: the version is that of its folder.
   */
  public static List<CodexExecutable> installed() {
    return installedIn(TalariaCache.codex());
  }

  /** All below {@code folder} that can be run and are new enough, newest first. */
  static List<CodexExecutable> installedIn(Path folder) {
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

  private static CodexExecutable probed(
      Path command, Map<String, String> environment, Duration timeout) {
    Path file = NpmPackage.nativeBinary(command, Platform.CURRENT).orElse(command);
    CodexVersion version = CodexCommand.version(file, environment, timeout);
    LOG.debug("codex {} at {}", version, file);
    return new CodexExecutable(file, version);
  }

  private static CodexExecutable newEnough(CodexExecutable found) {
    if (!found.version().isAtLeast(CodexVersion.MINIMUM)) {
      throw InstallHint.tooOld(found.version());
    }
    return found;
  }

  private static Optional<Path> named(CodexOptions options, Map<String, String> environment) {
    if (options.executable().isPresent()) {
      return Optional.of(resolve(options.executable().get(), environment));
    }
    String named = environment.getOrDefault(VARIABLE, "").strip();
    if (named.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(resolve(Path.of(named), environment));
    } catch (InvalidPathException e) {
      throw InstallHint.missing(named, "the value of " + VARIABLE + " is not a path", e);
    }
  }

  private static Path resolve(Path command, Map<String, String> environment) {
    if (!command.isAbsolute() && command.getNameCount() == 1) {
      return onPath(command.toString(), environment);
    }
    if (!Files.exists(command)) {
      throw InstallHint.missing(command.toString(), "there is no such file", null);
    }
    if (!isExecutable(command)) {
      throw InstallHint.notExecutable(command, null);
    }
    return command.toAbsolutePath();
  }

  private static Path onPath(String name, Map<String, String> environment) {
    Path notExecutable = null;
    for (String entry : environment.getOrDefault("PATH", "").split(File.pathSeparator)) {
      for (String fileName : fileNames(name)) {
        Optional<Path> file = inDirectory(entry, fileName);
        if (file.isPresent() && isExecutable(file.get())) {
          return file.get();
        }
        if (file.isPresent() && notExecutable == null) {
          notExecutable = file.get();
        }
      }
    }
    if (notExecutable != null) {
      throw InstallHint.notExecutable(notExecutable, null);
    }
    throw InstallHint.missing(name, "it is not in any directory on PATH", null);
  }

  /** An empty entry means the current directory to some shells; it is never searched here. */
  private static Optional<Path> inDirectory(String entry, String fileName) {
    if (entry.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(entry).resolve(fileName).toAbsolutePath())
          .filter(Files::isRegularFile);
    } catch (InvalidPathException e) {
      LOG.debug("an entry on PATH is not a path: {}", entry, e);
      return Optional.empty();
    }
  }

  /** On Windows a bare name stands for a program or for npm's command file; never for a script. */
  private static List<String> fileNames(String name) {
    return Platform.CURRENT.isWindows() && name.indexOf('.') < 0
        ? List.of(name + ".exe", name + ".cmd")
        : List.of(name);
  }

  private static boolean isExecutable(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }
}
