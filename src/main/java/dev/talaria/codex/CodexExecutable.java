package dev.talaria.codex;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Codex that can be run, with the version that it told.
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

  public CodexExecutable {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(version, "version");
  }

  /**
   * Finds Codex and asks for its version: {@link CodexOptions#executable}, else what {@code
   * TALARIA_CODEX} names, else {@code codex} on the path that the child will see. A bare name is
   * looked up on that path. Where npm's script is found, the native binary behind it is taken if it
   * can be found. Blocks for at most {@link CodexOptions#versionTimeout} and a moment.
   *
   * @throws CodexNotFoundException if there is none or it is not executable
   * @throws CodexVersionException if it is older than {@link CodexVersion#MINIMUM} or does not tell
   *     its version
   */
  public static CodexExecutable locate(CodexOptions options) {
    return locate(options, System.getenv());
  }

  static CodexExecutable locate(CodexOptions options, Map<String, String> host) {
    Map<String, String> environment = ChildEnvironment.of(host, options);
    Path command = find(options, environment);
    Path file = NpmPackage.nativeBinary(command, Platform.CURRENT).orElse(command);
    CodexVersion version = VersionProbe.ask(file, environment, options.versionTimeout());
    LOG.debug("codex {} at {}", version, file);
    if (!version.isAtLeast(CodexVersion.MINIMUM)) {
      throw InstallHint.tooOld(version);
    }
    return new CodexExecutable(file, version);
  }

  private static Path find(CodexOptions options, Map<String, String> environment) {
    if (options.executable().isPresent()) {
      return resolve(options.executable().get(), environment);
    }
    String named = environment.getOrDefault(VARIABLE, "").strip();
    if (named.isEmpty()) {
      return onPath("codex", environment);
    }
    try {
      return resolve(Path.of(named), environment);
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
    throw InstallHint.missing(name, "no directory of PATH has it", null);
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
      LOG.debug("an entry of PATH is not a path: {}", entry, e);
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
