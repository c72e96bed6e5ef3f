package dev.talaria.restate;

import dev.talaria.base.TalariaException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Where the steps of a run can be stopped right before they connect to Codex, in whichever process
 * they are: files beside the run's workspace. The first step of a run has the number 1.
 */
record StepGate(Path folder) {

  static StepGate of(String workspace) {
    return new StepGate(Path.of(workspace + ".gate"));
  }

  /** Sets it up; without this, steps pass. */
  StepGate create() throws IOException {
    Files.createDirectories(folder);
    return this;
  }

  void hold(int step) throws IOException {
    Files.createFile(folder.resolve("hold-" + step));
  }

  void release(int step) throws IOException {
    Files.deleteIfExists(folder.resolve("hold-" + step));
  }

  /** Whether a step has come here. */
  boolean isReached(int step) {
    return Files.exists(folder.resolve("at-" + step));
  }

  /** What a step does here. */
  void pass() {
    if (!Files.isDirectory(folder)) {
      return;
    }
    Path hold = folder.resolve("hold-" + number());
    while (Files.exists(hold)) {
      LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
      if (Thread.currentThread().isInterrupted()) {
        throw new TalariaException("interrupted at the gate");
      }
    }
  }

  private int number() {
    for (int n = 1; true; n++) {
      try {
        Files.createFile(folder.resolve("at-" + n));
        return n;
      } catch (FileAlreadyExistsException e) {
        continue;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
