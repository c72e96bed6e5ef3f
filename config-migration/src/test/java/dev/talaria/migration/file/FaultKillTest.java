package dev.talaria.migration.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.migration.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SIGKILL at any moment of a write: the file is always one of the two texts. */
class FaultKillTest {

  private static final int KILLS = 60;

  /** Some writes long. */
  private static final int LATEST_NANOS = 12_000_000;

  private static final int SIZE = 256 * 1024;

  @TempDir Path folder;

  @Test
  void a_killed_writer_leaves_the_old_or_the_new_file() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Path file = folder.resolve("config.toml");
    Files.write(file, WriteChild.text('A', SIZE));
    Map<Character, Integer> found = new TreeMap<>();
    int interrupted = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      try (ChildJvm child = ChildJvm.start("loop", file)) {
        child.awaitWord(WriteChild.WRITING);
        if (kill % 2 == 1) {
          // A busy machine may not let the child end a write within that time.
          child.awaitWord(WriteChild.WRITTEN);
        }
        child.killAfter(random.nextInt(LATEST_NANOS));
      }
      byte[] text = Files.readAllBytes(file);
      char letter = (char) text[0];
      assertTrue(letter == 'A' || letter == 'B', "kill " + kill + ", seed " + seed);
      assertArrayEquals(WriteChild.text(letter, SIZE), text, "kill " + kill + ", seed " + seed);
      found.merge(letter, 1, Integer::sum);

      List<Path> left = names();
      interrupted += left.size() - 1;
      AtomicWrite.sweep(folder);
      assertEquals(List.of(file), names());
    }
    System.out.println(
        "SIGKILL: "
            + KILLS
            + " kills, found "
            + found
            + ", in the middle of a write "
            + interrupted);
    assertEquals(2, found.size(), "the kills come before anything is written");
    assertTrue(interrupted > KILLS / 10, "the kills miss the writes: " + interrupted);
  }

  @ParameterizedTest
  @EnumSource
  void a_writer_that_dies_before_a_step_leaves_the_old_or_the_new_file(WriteStep last)
      throws Exception {
    Path file = Files.write(folder.resolve("config.toml"), WriteChild.text('A', 5000));
    try (ChildJvm child = ChildJvm.start("die", file, last)) {
      String said = child.rest();
      assertEquals(WriteChild.EXIT_DIED, child.exitCode(), said);
    }
    boolean renamed = last.compareTo(WriteStep.RENAME) > 0;
    assertArrayEquals(WriteChild.text(renamed ? 'B' : 'A', 5000), Files.readAllBytes(file));
    boolean temporary = last != WriteStep.CREATE && !renamed;
    assertEquals(temporary ? 2 : 1, names().size());

    AtomicWrite.sweep(folder);

    assertEquals(List.of(file), names());
  }

  private List<Path> names() throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.toList();
    }
  }
}
