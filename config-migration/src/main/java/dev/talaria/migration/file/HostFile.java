package dev.talaria.migration.file;

import dev.talaria.migration.MigrationException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A text file of the host's, replaced as safely as {@code config.toml} is: all of it or nothing,
 * with its owner and mode, and not when another program has changed it meanwhile. Immutable.
 */
public final class HostFile {

  private final Path path;

  /** The file at {@code path}, which need not exist; a link is followed. */
  public HostFile(Path path) {
    this.path = path.toAbsolutePath();
  }

  /**
   * The text; empty if there is no file.
   *
   * @throws MigrationException if it cannot be read or is not UTF-8
   */
  public String read() {
    Optional<byte[]> bytes = ManagedFiles.read(target());
    ConfigText text = ConfigText.of(bytes, path.toString());
    return new String(text.bytes(), StandardCharsets.UTF_8);
  }

  /**
   * Replaces the text.
   *
   * @param before what {@link #read} gave
   * @throws MigrationException if the file holds something else by now, or cannot be written; it is
   *     then as it was
   */
  public void write(String before, String after) {
    Path target = target();
    Optional<byte[]> expected =
        Files.exists(target)
            ? Optional.of(before.getBytes(StandardCharsets.UTF_8))
            : Optional.empty();
    AtomicWrite.replace(target, expected, after.getBytes(StandardCharsets.UTF_8));
  }

  private Path target() {
    return ManagedFiles.followed(path);
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
