package dev.talaria.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFilesTest {

  @TempDir Path folder;

  @Test
  void a_folder_goes_with_all_in_it_and_links_are_not_followed() throws Exception {
    Path outside = Files.createDirectories(folder.resolve("outside"));
    Files.writeString(outside.resolve("file"), "mine");
    Path scratch = Files.createDirectories(folder.resolve("scratch/deep")).getParent();
    Files.createSymbolicLink(scratch.resolve("link"), outside);
    ScratchFiles.delete(scratch);
    ScratchFiles.delete(scratch);
    assertFalse(Files.exists(scratch));
    assertEquals("mine", Files.readString(outside.resolve("file")));
  }

  @Test
  void what_is_left_at_the_end_of_the_jvm_goes_and_what_is_kept_stays() throws Exception {
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(new File("/dev/null"))
            .start();
    try {
      assertTrue(jvm.waitFor(30, TimeUnit.SECONDS));
    } finally {
      jvm.destroyForcibly();
    }
    assertEquals(7, jvm.exitValue());
    assertFalse(Files.exists(folder.resolve("left")));
    assertTrue(Files.exists(folder.resolve("kept/file")));
  }

  /** Ends without removing what it made. */
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) throws Exception {
      for (String name : new String[] {"left", "kept"}) {
        Path made = Files.createDirectories(Path.of(arguments[0], name));
        Files.writeString(made.resolve("file"), "x");
        ScratchFiles.deleteAtExit(made);
      }
      System.exit(ScratchFiles.keep(Path.of(arguments[0], "kept")) ? 7 : 1);
    }
  }
}
