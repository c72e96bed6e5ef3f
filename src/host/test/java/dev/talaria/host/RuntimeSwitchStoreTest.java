package dev.talaria.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.base.TalariaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The switch in a file. */
class RuntimeSwitchStoreTest {

  @TempDir Path folder;

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void the_switch_changes_one_line_and_keeps_mode_and_link() throws IOException {
    String text = "# mine\r\nmodel:\n  openai_runtime: auto # off\n  name: é\n";
    Path real = Files.writeString(folder.resolve("real.yaml"), text);
    Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-r-----"));
    Path link = Files.createSymbolicLink(folder.resolve("host.yaml"), real);
    RuntimeSwitch runtime =
        RuntimeSwitch.builder(
                RuntimeSwitch.Store.of(link),
                () -> "0.169.0",
                () -> {
                  throw new TalariaException("not here");
                })
            .build();
    assertTrue(runtime.apply("on").success());
    assertEquals(text.replace("auto", "codex_app_server"), Files.readString(real));
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(real)));
    assertEquals(List.of("host.yaml", "real.yaml"), names());
  }

  @Test
  void a_file_that_is_not_there_is_empty_and_made() throws IOException {
    RuntimeSwitch.Store store = RuntimeSwitch.Store.of(folder.resolve("host.yaml"));
    assertEquals("", store.read());
    store.write("", "a: 1\n");
    assertEquals("a: 1\n", store.read());
  }

  @Test
  void an_edit_meanwhile_is_not_overwritten() throws IOException {
    Path file = Files.writeString(folder.resolve("host.yaml"), "mine: 1\n");
    RuntimeSwitch.Store store = RuntimeSwitch.Store.of(file);
    assertThrows(TalariaException.class, () -> store.write("", "a: 1\n"));
    assertEquals("mine: 1\n", Files.readString(file));
  }

  @Test
  void a_write_that_fails_leaves_nothing_behind() throws IOException {
    RuntimeSwitch.Store store = RuntimeSwitch.Store.of(folder.resolve("none/host.yaml"));
    assertThrows(TalariaException.class, () -> store.write("", "a: 1\n"));
    assertFalse(Files.exists(folder.resolve("none")));
    assertEquals(List.of(), names());
  }
}
