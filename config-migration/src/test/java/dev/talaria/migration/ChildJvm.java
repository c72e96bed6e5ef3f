package dev.talaria.migration;

import dev.talaria.base.TalariaException;
import dev.talaria.migration.file.AtomicWrite;
import dev.talaria.migration.file.WriteChild;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * A small JVM that runs {@link WriteChild} or migrates, started as quickly as one can.
 *
 * <p>For one thread. Closing it kills it; it ends by itself too when the test's JVM does.
 */
public final class ChildJvm implements AutoCloseable {

  private final Process process;

  private ChildJvm(Process process) {
    this.process = process;
  }

  public static ChildJvm start(Object... arguments) throws IOException {
    return behind(List.of(), arguments);
  }

  /** Behind a command that sets its surroundings up and then becomes the rest of its arguments. */
  public static ChildJvm behind(List<String> wrapper, Object... arguments) throws IOException {
    String path =
        Stream.of(AtomicWrite.class, TalariaException.class, WriteChild.class, LoggerFactory.class)
            .map(ChildJvm::place)
            .collect(Collectors.joining(File.pathSeparator));
    return start(wrapper, List.of("-cp", path), WriteChild.class, arguments);
  }

  /**
   * One that migrates: {@link MigrationChild}.
   *
   * @param options the class path and what else the JVM is told
   */
  static ChildJvm migrating(List<String> options, Object... arguments) throws IOException {
    return start(List.of(), options, MigrationChild.class, arguments);
  }

  private static ChildJvm start(
      List<String> wrapper, List<String> options, Class<?> main, Object... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(wrapper);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            // Its file in the folder for temporary files would count against a size limit.
            "-XX:-UsePerfData"));
    command.addAll(options);
    command.add(main.getName());
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C");
    return new ChildJvm(builder.start());
  }

  private static String place(Class<?> of) {
    return Path.of(URI.create(of.getProtectionDomain().getCodeSource().getLocation().toString()))
        .toString();
  }

  /** Waits until it says {@code word}, and returns all that it said before. */
  public String awaitWord(String word) throws IOException {
    StringBuilder said = new StringBuilder();
    InputStream out = process.getInputStream();
    while (said.indexOf(word) < 0) {
      int next = out.read();
      if (next < 0) {
        throw new IOException("the child ended; it said: " + said);
      }
      said.append((char) next);
    }
    return said.toString();
  }

  /** All that it says until it ends. */
  public String rest() throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  public int exitCode() throws InterruptedException {
    return process.waitFor();
  }

  /** Sends SIGKILL after a while, if it still runs. */
  public void killAfter(long nanos) throws InterruptedException {
    if (process.waitFor(nanos, TimeUnit.NANOSECONDS)) {
      throw new IllegalStateException("the child ended by itself with " + process.exitValue());
    }
    process.destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() {
    kill();
  }

  /** Returns when it is gone. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }
}
