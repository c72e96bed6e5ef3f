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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtomicWriteTest {

  private static final byte[] NEW = "new".getBytes(UTF_8);
  private static final Optional<byte[]> OLD = Optional.of("old".getBytes(UTF_8));

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void oldFile() throws IOException {
    file = Files.write(folder.resolve("config.toml"), OLD.get());
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "rw-r--r--", "r--------", "rw-rw-rw-", "rwxr-x---"})
  void the_mode_stays(String mode) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));

    AtomicWrite.replace(file, OLD, NEW);

    assertEquals(mode, mode(file));
    assertOnly("new");
  }

  @Test
  void owner_and_group_stay() throws IOException {
    // only root can give a file away
    boolean root = Files.getAttribute(folder, "unix:uid").equals(0);
    Object owner = root ? 12345 : Files.getAttribute(folder, "unix:uid");
    Object group = root ? 23456 : Files.getAttribute(folder, "unix:gid");
    Files.setAttribute(file, "unix:uid", owner);
    Files.setAttribute(file, "unix:gid", group);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    AtomicWrite.replace(file, OLD, NEW);

    assertEquals(owner, Files.getAttribute(file, "unix:uid"));
    assertEquals(group, Files.getAttribute(file, "unix:gid"));
    assertEquals("rw-r-----", mode(file));
  }

  @Test
  void a_new_file_is_for_its_owner_only() throws IOException {
    Files.delete(file);

    AtomicWrite.replace(file, Optional.empty(), NEW);

    assertEquals("rw-------", mode(file));
    assertOnly("new");
  }

  @Test
  void a_link_or_folder_in_the_place_of_the_file_is_refused() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    Path inner = Files.createDirectory(folder.resolve("folder"));

    for (Path place : List.of(link, inner)) {
      MigrationException refusal =
          assertThrows(MigrationException.class, () -> AtomicWrite.replace(place, OLD, NEW));
      assertTrue(refusal.getMessage().contains("not a plain file"), refusal::getMessage);
    }
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("old", Files.readString(file));
  }

  @Test
  void a_missing_folder_is_named() {
    Path lost = folder.resolve("a/b/config.toml");

    MigrationException refusal =
        assertThrows(
            MigrationException.class, () -> AtomicWrite.replace(lost, Optional.empty(), NEW));

    assertTrue(
        refusal.getMessage().contains("there is no " + folder.resolve("a") + "."),
        refusal::getMessage);
  }

  @Test
  void an_interrupted_thread_leaves_the_old_file_and_stays_interrupted() throws IOException {
    Thread.currentThread().interrupt();
    MigrationException refusal =
        assertThrows(MigrationException.class, () -> AtomicWrite.replace(file, OLD, NEW));

    assertTrue(Thread.interrupted());
    assertTrue(refusal.getMessage().contains("interrupted"), refusal::getMessage);
    assertOnly("old");
  }

  @Test
  void deleting_needs_the_expected_text() throws IOException {
    assertThrows(ConcurrentEditException.class, () -> AtomicWrite.delete(file, Optional.of(NEW)));
    assertThrows(ConcurrentEditException.class, () -> AtomicWrite.delete(file, Optional.empty()));
    assertOnly("old");

    AtomicWrite.delete(file, OLD);
    AtomicWrite.delete(file, Optional.empty());

    assertEquals(Set.of(), names());
    assertThrows(ConcurrentEditException.class, () -> AtomicWrite.delete(file, OLD));
  }

  @Test
  void sweeping_removes_our_temporary_files_and_nothing_else() throws IOException {
    Set<String> others = new TreeSet<>(names());
    for (String name :
        List.of(
            ".config.toml.talaria-123.tmp",
            ".config.toml.talaria-0123456789ABCDEF.tmp",
            ".config.toml.talaria-0123456789abcdef.tmp.kept",
            "config.toml.talaria-0123456789abcdef.tmp",
            "config.toml.talaria-backup",
            ".talaria-managed.json",
            ".talaria-managed.lock")) {
      Files.createFile(folder.resolve(name));
      others.add(name);
    }
    Files.createFile(folder.resolve(".config.toml.talaria-0123456789abcdef.tmp"));
    Files.createFile(folder.resolve("..talaria-managed.json.talaria-fedcba9876543210.tmp"));
    others.add(".folder.talaria-0123456789abcdef.tmp");
    Files.createDirectory(folder.resolve(".folder.talaria-0123456789abcdef.tmp"));

    AtomicWrite.sweep(folder);

    assertEquals(others, names());
    AtomicWrite.sweep(folder.resolve("none"));
  }

  @Test
  void what_a_killed_write_leaves_is_swept() throws IOException {
    AtomicWrite.replace(
        file,
        OLD,
        NEW,
        (step, temporary) -> {
          if (step == WriteStep.RENAME) {
            Path left = temporary.resolveSibling(".x" + temporary.getFileName());
            Files.copy(temporary, left);
          }
        });
    assertEquals(2, names().size());

    AtomicWrite.sweep(folder);

    assertOnly("new");
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
