package dev.talaria.host.probe;

import dev.talaria.codex.process.ScratchFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code CODEX_HOME} for one look at one configuration: a copy of it, and links to the files that
 * it names relative to the folder that it is meant for.
 *
 * <p>Belongs to one thread. Which keys name a file that Codex reads while it loads differs between
 * versions ({@code model_instructions_file}, {@code experimental_compact_prompt_file}, {@code
 * model_catalog_json}), so every quoted text that names an existing file gets its link: one too
 * many is of no consequence.
 */
public final class ScratchConfig implements AutoCloseable {

  /**
   * Of the folder's name; the number of this process follows, by which a forgotten one is
   * recognised.
   */
  public static final String PREFIX = "talaria-config-";

  private static final String FILE = "config.toml";
  private static final Pattern QUOTED =
      Pattern.compile("\"((?:[^\"\\\\\\n\\r]|\\\\.){1,4096}+)\"|'([^'\\n\\r]{1,4096}+)'");

  /** So deep below the folder that a few {@code ../} do not leave it. */
  private static final Path DEPTH = Path.of("1", "2", "3", "4", "home");

  private final ScratchFolder folder;
  private final Path home;
  private final Path real;

  private ScratchConfig(ScratchFolder folder, Path real) {
    this.folder = folder;
    this.home = folder.path().resolve(DEPTH);
    this.real = real;
  }

  /** Writes {@code config}, which is meant for the folder {@code codexHome}. */
  public static ScratchConfig write(byte[] config, Path codexHome) throws IOException {
    ScratchFolder folder = ScratchFolder.create(PREFIX + ProcessHandle.current().pid() + "-");
    ScratchConfig scratch = new ScratchConfig(folder, codexHome.toAbsolutePath().normalize());
    try {
      Files.createDirectories(scratch.home);
      Path file = Files.createFile(scratch.home.resolve(FILE));
      if (Files.getFileAttributeView(file, PosixFileAttributeView.class) != null) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
      Files.write(file, config);
      scratch.linkWhatIsNamed(new String(config, StandardCharsets.UTF_8));
      return scratch;
    } catch (IOException | RuntimeException | Error e) {
      folder.close();
      throw e;
    }
  }

  public Path home() {
    return home;
  }

  /** {@code text} with the folder that the configuration is meant for instead of this one. */
  public String asIfReal(String text) {
    String result = text;
    Path to = real;
    // From the inside out: what the configuration reaches by "../" lies beside an outer folder.
    for (Path from = home; to != null && from.startsWith(folder.path()); from = from.getParent()) {
      result = result.replace(from.toString(), to.toString());
      to = to.getParent();
    }
    return result;
  }

  private void linkWhatIsNamed(String config) throws IOException {
    Set<String> names = new HashSet<>();
    Matcher quoted = QUOTED.matcher(config);
    while (quoted.find()) {
      String name =
          quoted.group(1) == null ? quoted.group(2) : quoted.group(1).replace("\\\\", "\\");
      Optional<Path> relative = names.add(name) ? relative(name) : Optional.empty();
      if (relative.isPresent()) {
        link(home.resolve(relative.get()).normalize(), real.resolve(relative.get()).normalize());
      }
    }
  }

  private static Optional<Path> relative(String name) {
    try {
      return Optional.of(Path.of(name)).filter(path -> !path.isAbsolute());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private void link(Path link, Path target) throws IOException {
    if (!link.startsWith(folder.path()) || Files.exists(link) || !Files.isRegularFile(target)) {
      return;
    }
    Files.createDirectories(link.getParent());
    try {
      Files.createSymbolicLink(link, target);
    } catch (UnsupportedOperationException | IOException e) {
      // Windows allows links to some users only.
      Files.copy(target, link);
    }
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }
}
