package dev.talaria.migration.file;

import dev.talaria.base.VisibleText;
import dev.talaria.base.internal.OwnFiles;
import dev.talaria.migration.MigrationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The files of one {@code CODEX_HOME} that a migration reads and writes.
 *
 * <p>Immutable; the folder need not exist. Nothing here is cached: links are followed again at each
 * call, so a caller that needs one answer for several steps asks once.
 */
public final class ManagedFiles {

  /** Far beyond any real configuration, and read in seconds. */
  static final int MOST_BYTES = 8 * 1024 * 1024;

  /** As many as Linux follows. */
  private static final int MOST_LINKS = 40;

  /** It becomes a part of a file name, on any system. */
  private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._ -]{0,63}");

  private final Path home;
  private final String hostName;

  /**
   * Names the files.
   *
   * @throws MigrationException if {@code hostName} cannot be a part of a file name
   */
  public ManagedFiles(Path codexHome, String hostName) {
    if (!HOST_NAME.matcher(hostName).matches()) {
      throw new MigrationException(
          "The host name "
              + VisibleText.onOneLine(hostName)
              + " cannot be a part of a file name: use up to 64 letters a-z, digits, '.', '_', '-'"
              + " and spaces, with a letter or digit first");
    }
    home = codexHome.toAbsolutePath();
    this.hostName = hostName;
  }

  /**
   * The configuration, with links followed to the file that they end at, which may not exist yet.
   *
   * @throws MigrationException if the links end nowhere
   */
  public Path config() {
    return followed(home.resolve("config.toml"));
  }

  /** Where the links that begin at {@code file} end, which may not exist yet. */
  public static Path followed(Path file) {
    Path at = file;
    try {
      for (int followed = 0; followed <= MOST_LINKS; followed++) {
        if (!Files.isSymbolicLink(at)) {
          return inRealFolder(at);
        }
        // From the link's own folder, without tidying "..": behind a link that is another folder.
        at = at.resolveSibling(Files.readSymbolicLink(at));
      }
    } catch (IOException e) {
      throw FileProblem.of("follow the link", file, e);
    }
    throw new MigrationException(
        "Cannot read "
            + FileProblem.shown(file)
            + ": its symbolic links form a loop. Replace it with a file, or with a link to one");
  }

  /** Where the user's text from before the first migration is kept. */
  public Path backup() {
    return home.resolve("config.toml." + hostName + "-backup");
  }

  /** What the migrations of all hosts wrote last, as hashes. */
  public Path record() {
    return home.resolve(".talaria-managed.json");
  }

  /** See {@link MigrationLock}. */
  public Path lock() {
    return home.resolve(".talaria-managed.lock");
  }

  /** Where {@link AtomicWrite#sweep} may find something: the home and the folder of the config. */
  public List<Path> folders() {
    Set<Path> folders = new LinkedHashSet<>();
    folders.add(inRealFolder(lock()).getParent());
    folders.add(config().getParent());
    return List.copyOf(folders);
  }

  /**
   * Looks at the configuration's size, before anything else is done.
   *
   * @throws MigrationException if it has more than 8 MiB
   */
  public void requireSmallEnough() {
    Path config = config();
    try {
      if (Files.isRegularFile(config) && Files.size(config) > MOST_BYTES) {
        throw tooLarge(config);
      }
    } catch (IOException e) {
      throw FileProblem.of("read", config, e);
    }
  }

  private static MigrationException tooLarge(Path file) {
    return new MigrationException(
        "Cannot read "
            + FileProblem.shown(file)
            + ": it has more than 8 MiB. It was not changed. Make it smaller, then run the"
            + " migration again; most of such a file is often [projects] tables of folders that"
            + " no longer exist");
  }

  /**
   * Makes the folder, for this user only, where it does not exist. The folder that a link leads to
   * is never made: the disk that it is on may only be missing for the moment.
   *
   * @throws MigrationException if that is not possible
   */
  public void createHome() {
    if (Files.isDirectory(home)) {
      return;
    }
    try {
      Files.createDirectories(home, OwnFiles.mode(home, OwnFiles.FOLDER));
    } catch (IOException e) {
      throw FileProblem.of("create the folder", home, e);
    }
  }

  /**
   * Reads a file.
   *
   * @return empty if it does not exist
   * @throws MigrationException if it is not a plain file, has more than 8 MiB, or cannot be read
   */
  public static Optional<byte[]> read(Path file) {
    try {
      // Asked first, because opening a named pipe would wait for a writer.
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      if (!found.isRegularFile()) {
        throw unreadable(file, found.isDirectory() ? "it is a folder" : "it is not a plain file");
      }
      try (InputStream in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
          throw tooLarge(file);
        }
        return Optional.of(bytes);
      }
    } catch (NoSuchFileException none) {
      Path folder = file.getParent();
      if (folder != null && Files.exists(folder) && !Files.isDirectory(folder)) {
        // JDK 17 says so itself
        throw unreadable(file, "Not a directory: " + FileProblem.shown(folder));
      }
      return Optional.empty();
    } catch (IOException e) {
      throw FileProblem.of("read", file, e);
    }
  }

  private static MigrationException unreadable(Path file, String why) {
    return new MigrationException(
        "Cannot read %s: %s. It was not changed. Put a plain text file there, then run the migration again"
            .formatted(FileProblem.shown(file), why));
  }

  private static Path inRealFolder(Path file) {
    Path folder = file.getParent();
    try {
      return folder == null ? file : folder.toRealPath().resolve(file.getFileName());
    } catch (IOException e) {
      // Reading or writing it says more clearly what is wrong with the folder.
      return file;
    }
  }
}
