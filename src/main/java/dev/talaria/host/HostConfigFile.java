package dev.talaria.host;

import dev.talaria.base.TalariaException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/**
 * The host's configuration in a file, for the {@link RuntimeSwitch}.
 *
 * <p>Safe for use by many threads, as long as one switch writes at a time. A write replaces the
 * file in one step and keeps its mode; a link stays a link. An edit by somebody else since the text
 * was read is not overwritten.
 */
public record HostConfigFile(Path file) implements RuntimeSwitch.Store {

  @Override
  public String read() {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new TalariaException(file + " cannot be read: " + e, e);
    }
  }

  @Override
  public void write(String before, String after) {
    if (!read().equals(before)) {
      throw new TalariaException(file + " was changed meanwhile; try again");
    }
    try {
      Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath().normalize();
      Path temporary = Files.createTempFile(target.getParent(), ".talaria-", ".yaml");
      try {
        keepMode(target, temporary);
        try (FileChannel out = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
          ByteBuffer bytes = StandardCharsets.UTF_8.encode(after);
          while (bytes.hasRemaining()) {
            out.write(bytes);
          }
          out.force(true);
        }
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw new TalariaException(file + " cannot be written: " + e, e);
    }
  }

  private static void keepMode(Path target, Path temporary) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
    if (view != null && Files.exists(target)) {
      view.setPermissions(Files.getPosixFilePermissions(target, LinkOption.NOFOLLOW_LINKS));
    }
  }

  @Override
  public String name() {
    return file.toString();
  }
}
