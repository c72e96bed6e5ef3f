package dev.talaria.codex.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the terminal's Ctrl-C away from the child.
 *
 * <p>A terminal sends SIGINT to every process in the foreground, and the app-server dies of it
 * (measured), while the host wants to interrupt one turn. So the child gets a session of its own
 * where {@code setsid} exists, and ignores SIGINT elsewhere on Unix. The process number stays that
 * of the child: both ways end in an {@code exec}.
 */
final class OwnSession {

  private static final List<Path> SETSID =
      List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));
  private static final Path SHELL = Path.of("/bin/sh");

  private OwnSession() {}

  /** The command that runs {@code command} out of the reach of the terminal's Ctrl-C. */
  static List<String> of(List<String> command) {
    return shielded("INT", command);
  }

  /** The command that runs {@code command} so that it also survives the end of the terminal. */
  static List<String> outliving(List<String> command) {
    return shielded("INT HUP", command);
  }

  private static List<String> shielded(String signals, List<String> command) {
    List<String> shielded = new ArrayList<>();
    SETSID.stream()
        .filter(Files::isExecutable)
        .findFirst()
        .ifPresentOrElse(
            setsid -> shielded.add(setsid.toString()),
            () -> {
              if (Files.isExecutable(SHELL)) {
                shielded.addAll(
                    List.of(SHELL.toString(), "-c", "trap '' " + signals + "; exec \"$0\" \"$@\""));
              }
            });
    shielded.addAll(command);
    return shielded;
  }
}
