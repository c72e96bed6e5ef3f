package dev.talaria.migration.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.migration.MigrationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens at each step of a write: failures, and other programs. */
class AtomicWriteStepsTest {

  private static final byte[] NEW = "new".getBytes(UTF_8);
  private static final Optional<byte[]> OLD = Optional.of("old".getBytes(UTF_8));

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void oldFile() throws IOException {
    file = Files.write(folder.resolve("config.toml"), OLD.get());
  }

  @ParameterizedTest
  @EnumSource(
      value = WriteStep.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"FSYNC_FOLDER"})
  void a_failure_at_any_step_leaves_the_old_file(WriteStep failing) throws IOException {
    MigrationException failure =
        assertThrows(
            MigrationException.class, () -> AtomicWrite.replace(file, OLD, NEW, failAt(failing)));

    assertEquals(
        "Cannot replace "
            + file
            + ": no luck. It was not changed. Fix this, then run the migration again",
        failure.getMessage());
    assertOnly("old");
  }

  @ParameterizedTest
  @EnumSource(
      value = WriteStep.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"FSYNC_FOLDER"})
  void an_error_of_the_program_at_any_step_leaves_the_old_file_too(WriteStep failing)
      throws IOException {
    assertThrows(
        OutOfMemoryError.class,
        () ->
            AtomicWrite.replace(
                file,
                OLD,
                NEW,
                (step, temporary) -> {
                  if (step == failing) {
                    throw new OutOfMemoryError("not really");
                  }
                }));

    assertOnly("old");
  }

  @ParameterizedTest
  @EnumSource(
      value = WriteStep.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"FSYNC_FOLDER"})
  void a_failure_at_any_step_leaves_no_new_file(WriteStep failing) throws IOException {
    Files.delete(file);

    assertThrows(
        MigrationException.class,
        () -> AtomicWrite.replace(file, Optional.empty(), NEW, failAt(failing)));

    assertEquals(Set.of(), names());
  }

  @Test
  void a_folder_that_cannot_be_synced_does_not_undo_the_write() throws IOException {
    AtomicWrite.replace(file, OLD, NEW, failAt(WriteStep.FSYNC_FOLDER));

    assertOnly("new");
  }

  @Test
  void the_steps_come_in_their_order() {
    List<WriteStep> steps = new ArrayList<>();

    AtomicWrite.replace(file, OLD, NEW, (step, temporary) -> steps.add(step));

    assertEquals(List.of(WriteStep.values()), steps);
  }

  @Test
  void until_the_last_step_the_new_text_is_readable_by_its_owner_only() {
    AtomicWrite.replace(
        file,
        OLD,
        NEW,
        (step, temporary) -> {
          if (step == WriteStep.ATTRIBUTES) {
            assertEquals("rw-------", mode(temporary));
          }
          if (step == WriteStep.FSYNC) {
            assertEquals("new", Files.readString(temporary));
          }
        });
  }

  @Test
  void an_edit_during_the_write_is_kept() throws IOException {
    assertEdit("changed", () -> Files.writeString(file, "edited"));
    assertOnly("edited");
  }

  @Test
  void a_file_deleted_during_the_write_stays_deleted() throws IOException {
    assertEdit("deleted", () -> Files.delete(file));
    assertEquals(Set.of(), names());
  }

  @Test
  void a_file_made_during_the_write_is_kept() throws IOException {
    ConcurrentEditException edit =
        assertThrows(
            ConcurrentEditException.class, () -> AtomicWrite.replace(file, Optional.empty(), NEW));

    assertTrue(edit.getMessage().contains("was created by another"), edit::getMessage);
    assertOnly("old");
  }

  @Test
  void a_link_put_there_during_the_write_is_kept() throws IOException {
    Path other = Files.writeString(folder.resolve("other"), "old");

    assertThrows(
        MigrationException.class,
        () ->
            AtomicWrite.replace(
                file,
                OLD,
                NEW,
                (step, temporary) -> {
                  if (step == WriteStep.COMPARE) {
                    Files.delete(file);
                    Files.createSymbolicLink(file, other);
                  }
                }));

    assertTrue(Files.isSymbolicLink(file));
    assertEquals("old", Files.readString(other));
  }

  @Test
  void what_was_planted_at_the_temporary_name_is_neither_followed_nor_removed() throws IOException {
    Path victim = Files.writeString(folder.resolve("victim"), "precious");
    List<Path> planted = new ArrayList<>();

    assertThrows(
        MigrationException.class,
        () ->
            AtomicWrite.replace(
                file,
                OLD,
                NEW,
                (step, temporary) -> {
                  if (step == WriteStep.CREATE) {
                    planted.add(Files.createSymbolicLink(temporary, victim));
                  }
                }));

    assertEquals("precious", Files.readString(victim));
    assertEquals("old", Files.readString(file));
    assertTrue(Files.isSymbolicLink(planted.get(0)));
  }

  private interface Edit {
    void run() throws IOException;
  }

  private void assertEdit(String how, Edit edit) {
    ConcurrentEditException found =
        assertThrows(
            ConcurrentEditException.class,
            () ->
                AtomicWrite.replace(
                    file,
                    OLD,
                    NEW,
                    (step, temporary) -> {
                      if (step == WriteStep.COMPARE) {
                        edit.run();
                      }
                    }));
    assertTrue(
        found.getMessage().contains(file + " was " + how + " by another"), found::getMessage);
  }

  private static WriteStep.Observer failAt(WriteStep failing) {
    return (step, temporary) -> {
      if (step == failing) {
        throw new IOException("no luck");
      }
    };
  }

  private static String mode(Path of) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(of));
  }

  private void assertOnly(String text) throws IOException {
    assertEquals(text, Files.readString(file));
    assertEquals(Set.of("config.toml"), names());
  }

  private Set<String> names() throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return new TreeSet<>(paths.map(path -> path.getFileName().toString()).toList());
    }
  }
}
