package dev.talaria.migration.file;

import dev.talaria.migration.MigrationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The process that the tests kill, or start with a full disk; its first argument says what it does.
 *
 * <p>It ends when its standard input does, so that none survives the test.
 */
public final class WriteChild {

  static final String HELD = "HELD";
  static final String WRITING = "WRITING";
  static final String REFUSED = "REFUSED ";
  static final String WRITTEN = "WRITTEN";

  static final int EXIT_WRITTEN = 10;
  static final int EXIT_REFUSED = 11;
  static final int EXIT_DIED = 12;

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private WriteChild() {}

  public static void main(String[] arguments) throws IOException {
    endWithTheTest();
    Path file = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "hold" -> hold(file, LIMIT);
      case "try" -> hold(file, Duration.ofMillis(100));
      case "loop" -> loop(file);
      case "die" -> die(file, WriteStep.valueOf(arguments[2]));
      case "count" -> count(file, Integer.parseInt(arguments[2]));
      case "once" -> System.out.println(once(file, Integer.parseInt(arguments[2])));
      // Its words may be what cannot be written.
      case "quiet" -> System.exit(exitCode(once(file, Integer.parseInt(arguments[2]))));
      case "fill" -> fill(file);
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  /** Ends this JVM when its standard input ends. */
  public static void endWithTheTest() {
    Thread end = new Thread(WriteChild::awaitTheEnd);
    end.setDaemon(true);
    end.start();
  }

  private static void awaitTheEnd() {
    try {
      while (System.in.read() >= 0) {
        // Only the end matters.
      }
    } catch (IOException e) {
      // Then nobody is there either.
    }
    Runtime.getRuntime().halt(99);
  }

  /** As much text as it takes for a write to be killed in its middle. */
  static byte[] text(char letter, int size) {
    byte[] text = new byte[size];
    Arrays.fill(text, (byte) letter);
    return text;
  }

  private static void hold(Path lock, Duration limit) {
    MigrationLock held = MigrationLock.acquire(lock, limit);
    System.out.println(HELD);
    synchronized (held) {
      try {
        while (true) {
          held.wait();
        }
      } catch (InterruptedException e) {
        held.close();
      }
    }
  }

  /** Writes A over B and B over A until it is killed; says when a write has ended. */
  private static void loop(Path file) {
    byte[] now = ManagedFiles.read(file).orElseThrow();
    byte[] next = text(now[0] == 'A' ? 'B' : 'A', now.length);
    // The first write loads classes, so that most kills would come before it has begun.
    AtomicWrite.replace(file.resolveSibling("first"), Optional.empty(), next);
    AtomicWrite.delete(file.resolveSibling("first"), Optional.of(next));
    System.out.println(WRITING);
    while (true) {
      AtomicWrite.replace(file, Optional.of(now), next);
      System.out.println(WRITTEN);
      byte[] before = now;
      now = next;
      next = before;
    }
  }

  /** Ends without any cleaning up, as if killed, just before a step. */
  private static void die(Path file, WriteStep last) {
    byte[] next = text('B', 5000);
    AtomicWrite.replace(
        file,
        ManagedFiles.read(file),
        next,
        (step, temporary) -> {
          if (step == last) {
            Runtime.getRuntime().halt(EXIT_DIED);
          }
        });
  }

  /** Adds one to the number in the file, so many times. */
  static void count(Path file, int times) {
    for (int i = 0; i < times; i++) {
      MigrationLock lock = MigrationLock.acquire(file.resolveSibling("lock"), LIMIT);
      try (lock) {
        AtomicWrite.sweep(file.getParent());
        Optional<byte[]> old = ManagedFiles.read(file);
        int number = Integer.parseInt(new String(old.orElseThrow(), StandardCharsets.UTF_8));
        byte[] next = String.valueOf(number + 1).getBytes(StandardCharsets.UTF_8);
        AtomicWrite.replace(file, old, next);
      }
    }
  }

  /** Replaces the file by so many bytes, and says what came of it and of the file. */
  private static String once(Path file, int size) throws IOException {
    Optional<byte[]> old = ManagedFiles.read(file);
    byte[] next = text('N', size);
    String outcome;
    byte[] right = next;
    try {
      AtomicWrite.replace(file, old, next);
      outcome = WRITTEN;
    } catch (MigrationException e) {
      outcome = REFUSED + e.getMessage();
      right = old.orElse(null);
    }
    if (!Arrays.equals(right, ManagedFiles.read(file).orElse(null))) {
      return "WRONG CONTENT after " + outcome;
    }
    try (var left = Files.newDirectoryStream(file.toAbsolutePath().getParent())) {
      for (Path path : left) {
        if (TemporaryFile.isName(path)) {
          return "LEFT " + path + " after " + outcome;
        }
      }
    }
    return outcome;
  }

  private static int exitCode(String outcome) {
    return outcome.equals(WRITTEN) ? EXIT_WRITTEN : outcome.startsWith(REFUSED) ? EXIT_REFUSED : 1;
  }

  /**
   * On a small disk: tries with no room at all, then with one page more each time until it fits.
   */
  private static void fill(Path folder) throws IOException {
    Path file = folder.resolve("config.toml");
    int size = 10 * 4096;
    Files.write(file, text('O', size));
    Path ballast = folder.resolve("ballast");
    int refused = 0;
    for (int free = 0; free <= 12; free++) {
      int pages = 0;
      try (var out = Files.newOutputStream(ballast)) {
        while (true) {
          out.write(new byte[4096]);
          pages++;
        }
      } catch (IOException full) {
        try (var channel = Files.newByteChannel(ballast, Set.of(StandardOpenOption.WRITE))) {
          channel.truncate((pages - free) * 4096L);
        }
      }
      String outcome = once(file, size);
      if (outcome.equals(WRITTEN)) {
        System.out.println(refused + " refusals, then " + WRITTEN);
        return;
      }
      if (!outcome.startsWith(REFUSED) || !outcome.contains("the disk is full")) {
        System.out.println("with " + free + " free pages: " + outcome);
        return;
      }
      refused++;
    }
    System.out.println("never fitted");
  }
}
