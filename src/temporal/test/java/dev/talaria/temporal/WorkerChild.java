package dev.talaria.temporal;

import dev.talaria.durable.TurnSteps;
import io.temporal.client.WorkflowClient;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;

/**
 * A worker in a JVM of its own. Arguments: Temporal's address, the home, Codex's executable. It
 * begins to work at a line on its standard input, and ends when that ends, so that none survives
 * the test.
 */
final class WorkerChild implements AutoCloseable {

  private final Process process;

  private WorkerChild(Process process) {
    this.process = process;
  }

  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[1]);
    TurnSteps steps = TemporalLab.steps(home, Path.of(arguments[2]));
    WorkflowClient client = WorkflowClient.newInstance(TemporalLab.connect(arguments[0]));
    BufferedReader test = new BufferedReader(new InputStreamReader(System.in));
    if (test.readLine() != null) {
      TemporalLab.worker(client, steps, TemporalLab.place(home));
      test.readLine();
    }
    Runtime.getRuntime().halt(3);
  }

  /** One that waits for {@link #work}. */
  static WorkerChild start(TemporalLab lab, Path executable) throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djava.util.logging.config.file="
                + System.getProperty("java.util.logging.config.file", ""),
            "-cp",
            System.getProperty("java.class.path"),
            WorkerChild.class.getName(),
            lab.address,
            lab.home.path().toString(),
            executable.toString());
    return new WorkerChild(
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  void work() throws Exception {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
  }

  /** SIGKILL. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
