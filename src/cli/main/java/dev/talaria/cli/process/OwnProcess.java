package dev.talaria.cli.process;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The command that runs this command line again: by the launcher that started this process, or on
 * the same JDK and classes when there was none. Stateless.
 */
public final class OwnProcess {

  /** The class to start, by its name: it uses every command, so no command uses it. */
  public static final String MAIN = "dev.talaria.cli.Talaria";

  private OwnProcess() {}

  /** The launcher that started this process, which says so in its environment. */
  public static Optional<String> launcher() {
    return Optional.ofNullable(System.getenv("TALARIA_LAUNCHER"));
  }

  /** A command with the given arguments. */
  public static List<String> command(String... arguments) {
    List<String> command = new ArrayList<>();
    if (launcher().isPresent()) {
      command.add(launcher().get());
      command.addAll(List.of(arguments));
      return command;
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(MAIN);
    command.addAll(List.of(arguments));
    return command;
  }
}
