package dev.talaria.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program in a JVM of its own, as a shell would start it, but begun as quickly as one can. */
public final class TalariaJvm {

  /** A short life: no second compiler, and no second look at what javac has just written. */
  private static final List<String> QUICK_START =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:-BytecodeVerificationRemote");

  private TalariaJvm() {}

  public static List<String> command(String... arguments) {
    return command(List.of(), List.of(arguments));
  }

  /**
   * The same with more for the JVM.
   *
   * @param options such as {@code -Dname=value}
   */
  public static List<String> command(List<String> options, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(QUICK_START);
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Talaria.class.getName());
    command.addAll(arguments);
    return command;
  }
}
