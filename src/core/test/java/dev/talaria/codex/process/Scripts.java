package dev.talaria.codex.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Writes small shell programs that stand in for Codex. */
public final class Scripts {

  private Scripts() {}

  /** An executable {@code /bin/sh} script. */
  public static Path write(Path file, String... lines) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
      return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A command that runs shell text. */
  static List<String> shell(String... lines) {
    return List.of("/bin/sh", "-c", String.join("\n", lines));
  }
}
