package dev.talaria.migration.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.talaria.migration.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Errors of the system itself: full and read-only disks that only a child sees, limits, and system
 * calls that fail. Needs user namespaces, and fails where there are none.
 */
class FaultDiskTest {

  private static final int SIZE = 100_000;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void oldFile() throws IOException {
    file = Files.write(folder.resolve("config.toml"), WriteChild.text('O', 5000));
  }

  @Test
  void a_disk_that_is_full_at_any_page_leaves_the_old_file() throws Exception {
    String said =
        inNamespace("mount -t tmpfs -o size=256k tmpfs \"$FOLDER\"", "fill", folder).strip();

    assertEquals("10 refusals, then WRITTEN", said);
  }

  @Test
  void a_disk_without_room_for_one_more_file_leaves_the_old_one() throws Exception {
    String said =
        inNamespace(
            "cp -p \"$FOLDER/config.toml\" \"$FOLDER.kept\""
                + " && mount -t tmpfs -o nr_inodes=2 tmpfs \"$FOLDER\""
                + " && cat \"$FOLDER.kept\" >\"$FOLDER/config.toml\" && rm \"$FOLDER.kept\"",
            "once",
            file,
            SIZE);

    assertRefused("the disk is full", said);
  }

  @Test
  void a_read_only_folder_leaves_the_old_file() throws Exception {
    String said =
        inNamespace(
            "mount --bind \"$FOLDER\" \"$FOLDER\" && mount -o remount,ro,bind \"$FOLDER\"",
            "once",
            file,
            SIZE);

    assertRefused("Read-only file system", said);
    assertOld();
  }

  @Test
  void a_file_that_another_program_is_mounted_on_stays() throws Exception {
    // As a container mounts a single configuration file: it can be written, but not replaced.
    String said =
        inNamespace(
            "mount --bind \"$FOLDER/config.toml\" \"$FOLDER/config.toml\"", "once", file, SIZE);

    assertRefused("busy", said);
    assertOld();
  }

  @Test
  void a_limit_on_the_size_of_files_leaves_the_old_one() throws Exception {
    List<String> limit = List.of("/bin/sh", "-c", "ulimit -f 16; exec \"$0\" \"$@\"");
    try (ChildJvm child = ChildJvm.behind(limit, "once", file, SIZE)) {
      assertRefused("File too large", child.rest());
    }
    assertOld();
  }

  @Test
  void a_file_of_another_user_is_not_replaced_by_one_of_ours() throws Exception {
    assumeTrue(
        Files.getAttribute(folder, "unix:uid").equals(0),
        "only root can make a file of another user");
    Files.setAttribute(file, "unix:uid", 12345);

    String said = inNamespace("true", "once", file, SIZE);

    assertRefused("may not make such a file", said);
    assertOld();
    assertEquals(12345, Files.getAttribute(file, "unix:uid"));
  }

  @ParameterizedTest
  @CsvSource({
    "fsync, EIO, REFUSED",
    "write, ENOSPC, REFUSED",
    "write, EIO, REFUSED",
    "rename, EACCES, REFUSED",
    "rename, EIO, REFUSED",
    "fchmod, EPERM, REFUSED",
    // The folder's own: the file is written by then.
    "fsync:2, EIO, WRITTEN",
  })
  void a_failing_system_call_leaves_the_old_file_or_is_no_failure(
      String call, String error, String outcome) throws Exception {
    assumeTrue(
        Stream.of("/usr/bin/strace", "/bin/strace")
            .anyMatch(path -> Files.isExecutable(Path.of(path))),
        "strace is not installed: failing system calls were NOT tested");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    String name = call.replaceFirst(":.*", "");
    String when = call.contains(":") ? call.replaceFirst(".*:", "") : "1+";
    Path log = folder.resolve("strace.log");
    List<String> injected =
        List.of(
            "strace",
            "-f",
            "-qq",
            "-o",
            log.toString(),
            "-e",
            "trace=" + name,
            "-e",
            "inject=" + name + ":error=" + error + ":when=" + when);
    try (ChildJvm child = ChildJvm.behind(injected, "quiet", file, SIZE)) {
      String words = child.rest();
      int expected = outcome.equals("WRITTEN") ? WriteChild.EXIT_WRITTEN : WriteChild.EXIT_REFUSED;
      assertEquals(expected, child.exitCode(), words);
    }
    assertTrue(Files.readString(log).contains("(INJECTED)"), "nothing was injected");
    if (outcome.equals("REFUSED")) {
      assertOld();
    }
  }

  private void assertOld() throws IOException {
    assertEquals(new String(WriteChild.text('O', 5000)), Files.readString(file));
    try (Stream<Path> all = Files.list(folder)) {
      assertEquals(List.of(), all.filter(TemporaryFile::isName).toList());
    }
  }

  private void assertRefused(String why, String said) {
    assertTrue(said.startsWith(WriteChild.REFUSED) && said.contains(why), said);
    assertTrue(said.contains(file.toString()), said);
  }

  /** What a child says that sees other disks than we do. */
  private String inNamespace(String setup, Object... arguments) throws Exception {
    List<String> wrapper = new ArrayList<>(List.of("unshare", "--user", "--map-root-user"));
    wrapper.addAll(
        List.of(
            "--mount",
            "/bin/sh",
            "-c",
            "FOLDER=$0; { " + setup + "; } && exec \"$@\"",
            folder.toString()));
    try (ChildJvm child = ChildJvm.behind(wrapper, arguments)) {
      return child.rest();
    }
  }
}
