package dev.talaria.session.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.base.TalariaException;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.Turn;
import dev.talaria.session.lab.CodexLab;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnResult;
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

  /** Starts Codex on its own disk; full at once where a file named {@code full} is beside it. */
  private static final String WRAPPER =
      """
      #!/bin/sh
      if [ "$1" = --version ]; then exec '%1$s' "$@"; fi
      exec unshare --user --map-root-user --mount /bin/sh -c '
        config=$(cat "$CODEX_HOME/config.toml")
        mount -t tmpfs -o size=16m tmpfs "$CODEX_HOME"
        echo "$config" >"$CODEX_HOME/config.toml"
        if [ -e "%2$s" ]; then cat /dev/zero 2>/dev/null >"$CODEX_HOME/ballast"; fi
        exec "$0" "$@"' '%1$s' "$@"
      """;

  /** What a cell does with its Codex, whose program and switch are there. */
  private interface Case {
    FaultCell.Outcome run(Path wrapper, Path full, String marker) throws Exception;
  }

  private final Map<String, FaultCell> cells = new LinkedHashMap<>();

  @Override
  public Map<String, FaultCell> cells() {
    for (FaultPhase phase : List.of(FaultPhase.IDLE, FaultPhase.BETWEEN)) {
      put("CODEX_HOME full", phase, (wrapper, full, marker) -> inASession(wrapper, phase, marker));
    }
    put(
        "CODEX_HOME full",
        FaultPhase.GOAL,
        (wrapper, full, marker) -> inATurnOfTheGoal(wrapper, marker));
    put(
        "CODEX_HOME full at launch",
        FaultPhase.IDLE,
        (wrapper, full, marker) -> launched(wrapper, full));
    put(
        "CODEX_HOME full before the thread",
        FaultPhase.IDLE,
        (wrapper, full, marker) -> beforeTheThread(wrapper, marker));
    put(
        "kill -9, CODEX_HOME full at the new start",
        FaultPhase.BETWEEN,
        FaultDiskCells::startedAgain);
    put(
        "kill -9, CODEX_HOME full at the new start",
        FaultPhase.GOAL,
        FaultDiskCells::startedAgainBehindAGoal);
    return cells;
  }

  private void put(String fault, FaultPhase phase, Case run) {
    cells.put(
        FaultCell.key(fault, phase),
        marker -> {
          Path folder = Files.createTempDirectory("talaria-fault-disk-");
          Path wrapper = folder.resolve("codex");
          Path full = folder.resolve("full");
          Files.writeString(wrapper, WRAPPER.formatted(CodexLab.executable(), full));
          Files.setPosixFilePermissions(wrapper, PosixFilePermissions.fromString("rwx------"));
          try {
            return run.run(wrapper, full, marker);
          } finally {
            Files.deleteIfExists(full);
            Files.delete(wrapper);
            Files.delete(folder);
          }
        });
  }

  private static FaultCell.Outcome inASession(Path wrapper, FaultPhase phase, String marker)
      throws IOException {
    try (FaultLab lab = new FaultLab(phase.script(marker), marker, config -> config, wrapper)) {
      CodexSession session = lab.codex.openSession(lab.options(phase).build());
      if (phase == FaultPhase.BETWEEN) {
        session.runTurn("first");
      }
      fill(lab);
      long start = System.nanoTime();
      TurnResult result = session.runTurn("go");
      return FaultMatrix.finish(lab, session, result, start);
    }
  }

  /** The disk fills up while the goal's command runs; the model is asked again behind it. */
  private static FaultCell.Outcome inATurnOfTheGoal(Path wrapper, String marker) throws Exception {
    FaultPhase phase = FaultPhase.GOAL;
    try (FaultLab lab = new FaultLab(phase.script(marker), marker, config -> config, wrapper)) {
      CodexSession session = lab.codex.openSession(lab.options(phase).build());
      Turn turn = lab.start(session, phase);
      lab.reach(phase);
      fill(lab);
      long start = System.nanoTime();
      lab.endCommand();
      TurnResult result = turn.await();
      assertEquals("one step more", result.finalText());
      return FaultMatrix.finish(lab, session, result, start);
    }
  }

  private static FaultCell.Outcome beforeTheThread(Path wrapper, String marker) throws IOException {
    FaultPhase phase = FaultPhase.IDLE;
    try (FaultLab lab = new FaultLab(phase.script(marker), marker, config -> config, wrapper)) {
      fill(lab);
      long start = System.nanoTime();
      CodexSession session = lab.codex.openSession(lab.options(phase).build());
      TurnResult result = session.runTurn("go");
      return FaultMatrix.finish(lab, session, result, start);
    }
  }

  private static FaultCell.Outcome launched(Path wrapper, Path full) throws IOException {
    Files.createFile(full);
    ScratchCodexHome home = ScratchCodexHome.builder("http://127.0.0.1:9/v1").create();
    try (home) {
      long start = System.nanoTime();
      TalariaException refusal =
          assertThrows(
              TalariaException.class,
              () -> Codex.launch(FaultLab.launchOptions(wrapper, home)).close());
      assertTrue(refusal.getMessage().contains("disk is full"), refusal::getMessage);
      return FaultCell.Outcome.refused(refusal, start, FaultLab.running(home).size());
    }
  }

  /** The disk that Codex starts on is full; when there is room again, the session goes on. */
  private static FaultCell.Outcome startedAgain(Path wrapper, Path full, String marker)
      throws IOException {
    FaultPhase phase = FaultPhase.BETWEEN;
    try (FaultLab lab = new FaultLab(phase.script(marker), marker, config -> config, wrapper)) {
      CodexSession session = lab.codex.openSession(lab.options(phase).build());
      session.runTurn("first");
      ProcessHandle child = lab.child();
      lab.signal("KILL");
      lab.noticeDeathOf(child);
      Files.createFile(full);
      long start = System.nanoTime();
      TurnResult result = session.runTurn("go");
      assertTrue(result.error().message().contains("disk is full"), result.error()::message);
      Files.delete(full);
      return FaultMatrix.finish(lab, session, result, start);
    }
  }

  /** The goal's turn ends with the child; what finds the disk full is the host's next one. */
  private static FaultCell.Outcome startedAgainBehindAGoal(Path wrapper, Path full, String marker)
      throws Exception {
    FaultPhase phase = FaultPhase.GOAL;
    try (FaultLab lab = new FaultLab(phase.script(marker), marker, config -> config, wrapper)) {
      CodexSession session = lab.codex.openSession(lab.options(phase).build());
      Turn turn = lab.start(session, phase);
      lab.reach(phase);
      Files.createFile(full);
      long start = System.nanoTime();
      lab.signal("KILL");
      TurnResult result = turn.await();
      lab.noticeDeathOf(lab.child());
      TurnError refused = session.runTurn("go").error();
      assertTrue(refused.message().contains("disk is full"), refused::message);
      Files.delete(full);
      return FaultMatrix.finish(lab, session, result, start);
    }
  }

  private static void fill(FaultLab lab) {
    fill(Path.of("/proc/" + lab.child().pid() + "/root" + lab.home.path()));
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
