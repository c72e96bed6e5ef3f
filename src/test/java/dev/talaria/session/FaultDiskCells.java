package dev.talaria.session;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A {@code CODEX_HOME} on a disk that fills up: a small tmpfs that only this Codex sees, in a mount
 * namespace of its own, which Linux gives without rights where user namespaces are allowed.
 */
final class FaultDiskCells implements FaultCell.Part {

  private static final String WRAPPER =
      """
      #!/bin/sh
      if [ "$1" = --version ]; then exec '%1$s' "$@"; fi
      exec unshare --user --map-root-user --mount /bin/sh -c '
        config=$(cat "$CODEX_HOME/config.toml")
        mount -t tmpfs -o size=16m tmpfs "$CODEX_HOME"
        echo "$config" >"$CODEX_HOME/config.toml"
        exec "$0" "$@"' '%1$s' "$@"
      """;

  @Override
  public Map<String, FaultCell> cells() {
    Map<String, FaultCell> cells = new LinkedHashMap<>();
    for (FaultPhase phase : List.of(FaultPhase.IDLE, FaultPhase.BETWEEN)) {
      cells.put(FaultCell.key("CODEX_HOME full", phase), marker -> run(marker, phase));
    }
    return cells;
  }

  private static FaultCell.Outcome run(String marker, FaultPhase phase) throws IOException {
    Path folder = Files.createTempDirectory("talaria-fault-disk-");
    Path wrapper = folder.resolve("codex");
    Files.writeString(wrapper, WRAPPER.formatted(CodexLab.executable()));
    Files.setPosixFilePermissions(wrapper, PosixFilePermissions.fromString("rwx------"));
    try (FaultLab lab = new FaultLab(phase.script(marker), marker, config -> config, wrapper)) {
      CodexSession session = lab.codex.openSession(lab.options(phase).build());
      if (phase == FaultPhase.BETWEEN) {
        session.runTurn("first");
      }
      fill(Path.of("/proc/" + lab.child().pid() + "/root" + lab.home.path()));
      long start = System.nanoTime();
      TurnResult result = session.runTurn("go");
      return FaultMatrix.finish(lab, session, result, start);
    } finally {
      Files.delete(wrapper);
      Files.delete(folder);
    }
  }

  /** Writes until nothing fits any more. */
  private static void fill(Path home) {
    byte[] page = new byte[4096];
    int pages = 0;
    try (OutputStream ballast =
        Files.newOutputStream(home.resolve("ballast"), StandardOpenOption.CREATE_NEW)) {
      while (pages < 16 * 1024) {
        ballast.write(page);
        pages++;
      }
    } catch (IOException full) {
      if (pages == 0 && !full.getMessage().contains("space")) {
        throw new IllegalStateException("the disk could not be filled", full);
      }
      return;
    }
    throw new IllegalStateException("the disk is not small: CODEX_HOME is not on the tmpfs");
  }
}
