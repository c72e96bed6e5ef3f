package dev.talaria.codex;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/** The Codex that the tests are pinned to, installed by npm on first use and then kept. */
final class RealCodex {

  private static final String VERSION = "0.169.0";

  private RealCodex() {}

  /** npm's {@code codex} command of the pinned version. */
  static synchronized Path path() {
    Path source = Path.of(System.getProperty("talaria.root"), "fixtures", "codex");
    Path home = Path.of(System.getProperty("talaria.cache"), "codex", VERSION);
    Path command = home.resolve("node_modules/.bin/codex");
    Path complete = home.resolve("installed");
    try {
      Files.createDirectories(home);
      try (FileChannel channel =
              FileChannel.open(
                  home.resolveSibling(VERSION + ".lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (lock.isValid() && !Files.exists(complete)) {
          for (String name : new String[] {"package.json", "package-lock.json"}) {
            Files.copy(
                source.resolve(name), home.resolve(name), StandardCopyOption.REPLACE_EXISTING);
          }
          npmCi(home);
          Files.createFile(complete);
        }
      }
      return command;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void npmCi(Path home) throws IOException {
    Path log = home.resolve("npm.log");
    Process npm =
        new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund")
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      if (!npm.waitFor(5, TimeUnit.MINUTES)) {
        npm.destroyForcibly();
        throw new IllegalStateException("npm ci in " + home + " took more than 5 minutes");
      }
    } catch (InterruptedException e) {
      npm.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while npm ci ran", e);
    }
    if (npm.exitValue() != 0) {
      throw new IllegalStateException("npm ci failed:\n" + Files.readString(log));
    }
  }
}
