package dev.talaria.session.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Folders of tests that a sandbox must not write to: Codex lets a sandbox that writes in the
 * workspace also write in {@code /tmp} and {@code $TMPDIR}. Made in the build folder, or in the
 * user's home when the build itself runs in a temporary directory.
 */
public final class NoTemporaryFolder implements TempDirFactory {

  @Override
  public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context)
      throws IOException {
    Path build = Path.of(System.getProperty("talaria.root"), "target").toAbsolutePath();
    boolean temporary =
        Stream.of("/tmp", System.getProperty("java.io.tmpdir")).anyMatch(build::startsWith);
    Path parent = temporary ? Path.of(System.getProperty("user.home")) : build;
    Files.createDirectories(parent);
    return Files.createTempDirectory(parent, ".talaria-test-").toRealPath();
  }
}
