package dev.talaria.codex;

import dev.talaria.fixtures.PinnedCodex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The Codex that the tests are pinned to, installed by npm on first use and then kept. */
public final class RealCodex {

  private RealCodex() {}

  /** npm's {@code codex} command of the pinned version. */
  public static Path path() {
    try {
      Path binary = PinnedCodex.selected().executable();
      Path directory = binary;
      while (!directory.getFileName().toString().equals("node_modules")) {
        directory = directory.getParent();
      }
      return directory.resolve(".bin").resolve("codex");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while Codex was installed", e);
    }
  }
}
