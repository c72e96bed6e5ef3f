package dev.talaria.cli;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command that runs this command line once more, on the same JDK and classes. Stateless. */
final class OwnProcess {

  private OwnProcess() {}

  /** A command with the given arguments. */
  static List<String> command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Talaria.class.getName());
    command.addAll(List.of(arguments));
    return command;
  }
}
