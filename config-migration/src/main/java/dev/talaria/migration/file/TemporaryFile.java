package dev.talaria.migration.file;

import dev.talaria.base.internal.OwnFiles;
import dev.talaria.migration.MigrationException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.security.SecureRandom;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The new text of a file while it is not yet in its place; gone when closed, unless it was moved.
 *
 * <p>For one thread. Only this user can read it until it has the mode of the file that it replaces.
 */
final class TemporaryFile implements AutoCloseable {

  private static final Pattern NAME =
      Pattern.compile("\\..+\\.talaria-[0-9a-f]{16}\\.tmp", Pattern.DOTALL);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path file;
  private final Path path;
  private FileChannel channel;
  private boolean ours;

  /** Only chooses the name, beside {@code file}. */
  TemporaryFile(Path file) {
    this.file = file;
    String name = String.format(".%s.talaria-%016x.tmp", file.getFileName(), RANDOM.nextLong());
    path = file.resolveSibling(name);
  }

  /** Whether a file of this name can only be one of ours. */
  static boolean isName(Path path) {
    return NAME.matcher(path.getFileName().toString()).matches();
  }

  /**
   * Removes what killed processes left in {@code folder}; a link or folder of such a name stays.
   */
  static void sweep(Path folder) throws IOException {
    try (DirectoryStream<Path> stale = Files.newDirectoryStream(folder, TemporaryFile::isName)) {
      for (Path left : stale) {
        if (Files.isRegularFile(left, LinkOption.NOFOLLOW_LINKS)) {
          Files.deleteIfExists(left);
        }
      }
    } catch (NoSuchFileException none) {
      // Without a folder nothing was left in it.
    }
  }

  Path path() {
    return path;
  }

  /** Makes it; a file or link that has its name already is neither used nor removed. */
  void create() throws IOException {
    channel =
        FileChannel.open(
            path,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            OwnFiles.mode(path, OwnFiles.FILE));
    ours = true;
  }

  /** Takes the owner, group and mode of the file, if it exists and has such. */
  void takeAttributes() throws IOException {
    PosixFileAttributeView view = posix(path);
    PosixFileAttributeView old = posix(file);
    if (view == null || old == null) {
      return;
    }
    PosixFileAttributes wanted;
    try {
      wanted = old.readAttributes();
    } catch (NoSuchFileException isNew) {
      return;
    }
    takeOwner(view, wanted);
    // Only what differs is set: a disk without modes refuses to set them, and shows all alike.
    if (!view.readAttributes().permissions().equals(wanted.permissions())) {
      view.setPermissions(wanted.permissions());
    }
  }

  private void takeOwner(PosixFileAttributeView view, PosixFileAttributes wanted)
      throws IOException {
    PosixFileAttributes mine = view.readAttributes();
    try {
      if (!mine.group().equals(wanted.group())) {
        view.setGroup(wanted.group());
      }
      if (!mine.owner().equals(wanted.owner())) {
        view.setOwner(wanted.owner());
      }
    } catch (IOException refused) {
      throw new MigrationException(
          String.format(
              "Cannot replace %s: it belongs to user %s and group %s, and this user (%s) may not"
                  + " make such a file. It was not changed. Run the migration as %2$s",
              FileProblem.shown(file), wanted.owner(), wanted.group(), mine.owner()),
          refused);
    }
  }

  private static PosixFileAttributeView posix(Path path) {
    return Files.getFileAttributeView(
        path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
  }

  void write(byte[] content) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(content);
    while (rest.hasRemaining()) {
      channel.write(rest);
    }
  }

  /** Returns when the content is on the disk, so that a power cut cannot leave an empty file. */
  void fsync() throws IOException {
    channel.force(true);
    // Windows does not rename an open file; and some disks tell a failed write only here.
    channel.close();
  }

  void rename() throws IOException {
    Files.move(path, file, StandardCopyOption.ATOMIC_MOVE);
    ours = false;
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
    if (ours) {
      Files.deleteIfExists(path);
    }
  }
}
