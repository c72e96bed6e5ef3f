package dev.talaria.base.internal;

import dev.talaria.base.TalariaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;

/** Files that only this user may read, and whose files others are. Stateless. */
public final class OwnFiles {

  /** The mode of a file that only its owner may read and write. */
  public static final String FILE = "rw-------";

  /** The mode of a folder that only its owner may look into. */
  public static final String FOLDER = "rwx------";

  private OwnFiles() {}

  /**
   * What gives a new file or folder a mode; on Windows the folder's rules hold.
   *
   * @param place where it is to be
   * @param permissions such as {@link #FILE}
   */
  public static FileAttribute<?>[] mode(Path place, String permissions) {
    return place.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /**
   * Refuses what belongs to another user.
   *
   * @param file exists
   * @param what the file is called in the message, such as {@code the socket}
   * @param advice what to do instead
   * @param links whether the owner of a link or of what it leads to is looked at
   * @throws TalariaException if it belongs to another user
   * @throws IOException if the owner cannot be read
   */
  public static void refuseForeign(Path file, String what, String advice, LinkOption... links)
      throws IOException {
    UserPrincipal owner = Files.getOwner(file, links);
    UserPrincipal own = self();
    if (!owner.equals(own)) {
      throw new TalariaException(
          "%s %s belongs to the user %s, and this program runs as %s; %s"
              .formatted(what, file, owner.getName(), own.getName(), advice));
    }
  }

  /** The user of this process: the owner of what it makes, which no name service has to know. */
  private static UserPrincipal self() throws IOException {
    Path mine = Files.createTempFile("talaria", null);
    try {
      return Files.getOwner(mine);
    } finally {
      Files.delete(mine);
    }
  }
}
