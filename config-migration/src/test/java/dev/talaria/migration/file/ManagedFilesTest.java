package dev.talaria.migration.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.migration.MigrationException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManagedFilesTest {

  @TempDir Path temporary;
  private Path folder;
  private Path home;
  private ManagedFiles files;

  @BeforeEach
  void makeHome() throws IOException {
    folder = temporary.toRealPath();
    home = Files.createDirectory(folder.resolve("home"));
    files = new ManagedFiles(home, "talaria");
  }

  @Test
  void the_files_are_in_the_home() {
    assertEquals(home.resolve("config.toml"), files.config());
    assertEquals(home.resolve("config.toml.talaria-backup"), files.backup());
    assertEquals(home.resolve(".talaria-managed.json"), files.record());
    assertEquals(home.resolve(".talaria-managed.lock"), files.lock());
    assertEquals(List.of(home), files.folders());
  }

  @Test
  void links_are_followed_to_the_last_target() throws IOException {
    Path dotfiles = Files.createDirectories(folder.resolve("dotfiles/codex"));
    Path target = Files.writeString(dotfiles.resolve("codex.toml"), "x = 1");
    Files.createSymbolicLink(home.resolve("config.toml"), Path.of("../dotfiles/first"));
    Files.createSymbolicLink(folder.resolve("dotfiles/first"), Path.of("second"));
    Files.createSymbolicLink(folder.resolve("dotfiles/second"), target);

    assertEquals(target, files.config());
    assertEquals(home.resolve("config.toml.talaria-backup"), files.backup());
    assertEquals(List.of(home, dotfiles), files.folders());

    AtomicWrite.replace(files.config(), ManagedFiles.read(files.config()), "x = 2".getBytes());

    assertTrue(Files.isSymbolicLink(home.resolve("config.toml")));
    assertTrue(Files.isSymbolicLink(folder.resolve("dotfiles/second")));
    assertEquals("x = 2", Files.readString(target));
    assertEquals("x = 2", Files.readString(home.resolve("config.toml")));
  }

  @Test
  void a_parent_step_behind_a_linked_folder_starts_where_the_folder_is() throws IOException {
    Path deep = Files.createDirectories(folder.resolve("far/away"));
    Path target = Files.writeString(folder.resolve("far/real.toml"), "");
    Files.createSymbolicLink(home.resolve("near"), deep);
    Files.createSymbolicLink(home.resolve("config.toml"), Path.of("near/../real.toml"));

    assertEquals(target, files.config());
  }

  @Test
  void the_target_of_a_dangling_link_is_created() throws IOException {
    Files.createSymbolicLink(home.resolve("config.toml"), Path.of("../later.toml"));

    Path config = files.config();
    assertEquals(folder.resolve("later.toml"), config);
    assertEquals(Optional.empty(), ManagedFiles.read(config));
    AtomicWrite.replace(config, Optional.empty(), "x = 1".getBytes());

    assertEquals("x = 1", Files.readString(home.resolve("config.toml")));
  }

  @Test
  void a_missing_folder_behind_a_link_is_not_made() throws IOException {
    Files.createSymbolicLink(home.resolve("config.toml"), folder.resolve("disk/config.toml"));

    assertThrows(
        MigrationException.class,
        () -> AtomicWrite.replace(files.config(), Optional.empty(), new byte[1]));

    assertTrue(Files.notExists(folder.resolve("disk")));
  }

  @Test
  void links_in_a_loop_are_refused() throws IOException {
    Files.createSymbolicLink(home.resolve("config.toml"), Path.of("other"));
    Files.createSymbolicLink(home.resolve("other"), Path.of("config.toml"));

    MigrationException refusal = assertThrows(MigrationException.class, files::config);

    assertTrue(
        refusal
            .getMessage()
            .contains(home.resolve("config.toml") + ": its symbolic links form a loop"),
        refusal::getMessage);
  }

  @Test
  void a_home_that_is_missing_is_made_for_its_owner_only() throws IOException {
    Path missing = folder.resolve("new/home");
    ManagedFiles later = new ManagedFiles(missing, "talaria");
    assertEquals(missing.resolve("config.toml"), later.config());
    assertEquals(Optional.empty(), ManagedFiles.read(later.config()));
    assertTrue(Files.notExists(folder.resolve("new")));

    later.createHome();
    later.createHome();

    assertEquals(
        "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(missing)));
  }

  @Test
  void a_home_that_is_a_file_is_refused() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    ManagedFiles wrong = new ManagedFiles(file, "talaria");

    assertThrows(MigrationException.class, wrong::createHome);
    MigrationException refusal =
        assertThrows(MigrationException.class, () -> ManagedFiles.read(wrong.config()));

    assertTrue(refusal.getMessage().contains("Not a directory"), refusal::getMessage);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/b", "..", ".x", "a\\b", "a\u0000", "a\nb", "C:", "-x", "ä"})
  void a_host_name_that_is_no_file_name_is_refused(String name) {
    MigrationException refusal =
        assertThrows(MigrationException.class, () -> new ManagedFiles(home, name));

    assertTrue(refusal.getMessage().lines().count() == 1, refusal::getMessage);
  }

  @Test
  void a_file_is_read_whole_and_a_missing_one_is_empty() throws IOException {
    byte[] bytes = {0, -1, 13, 10};

    assertArrayEquals(
        bytes, ManagedFiles.read(Files.write(home.resolve("f"), bytes)).orElseThrow());
    assertEquals(Optional.empty(), ManagedFiles.read(home.resolve("none")));
    assertEquals(Optional.empty(), ManagedFiles.read(home.resolve("no/folder")));
  }

  @Test
  void what_is_no_plain_file_is_refused() throws Exception {
    Path pipe = home.resolve("pipe");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());

    assertRefused(home, "it is a folder");
    assertRefused(pipe, "it is not a plain file");
  }

  @Test
  void more_than_8_mebibytes_are_refused() throws IOException {
    Path large = home.resolve("large");
    try (RandomAccessFile sparse = new RandomAccessFile(large.toFile(), "rw")) {
      sparse.setLength(ManagedFiles.MOST_BYTES);
      assertEquals(ManagedFiles.MOST_BYTES, ManagedFiles.read(large).orElseThrow().length);
      sparse.setLength(ManagedFiles.MOST_BYTES + 1L);
    }
    assertRefused(large, "it has more than 8 MiB");
  }

  private static void assertRefused(Path file, String why) {
    MigrationException refusal =
        assertThrows(MigrationException.class, () -> ManagedFiles.read(file));
    assertTrue(refusal.getMessage().contains(file + ": " + why), refusal::getMessage);
  }
}
