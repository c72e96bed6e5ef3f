package dev.talaria.cli.durable;

import dev.talaria.codex.CodexOptions;
import dev.talaria.durable.CodexEndpoints;
import dev.talaria.durable.TurnSteps;
import dev.talaria.protocol.v2.AskForApproval;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.restate.RestateWorker;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A worker of the demonstration, as a process of its own. It ends with its starter. */
public final class DemoWorker {

  private DemoWorker() {}

  /** What the demonstration's only machine is called. */
  static final String MACHINE = "demo";

  /** What reaches the servers of scratch homes, and starts them with this Codex. */
  static CodexEndpoints endpoints(Path codex, Map<String, String> environment) {
    return CodexEndpoints.ofThisMachine(
        MACHINE, CodexOptions.builder().executable(codex).environment(environment).build());
  }

  /** The same in every worker of a run. */
  static TurnSteps steps(CodexEndpoints endpoints) {
    return TurnSteps.builder(endpoints)
        .session(
            (place, options) ->
                options
                    .sandbox(SandboxMode.READ_ONLY)
                    .approvalPolicy(AskForApproval.Name.ON_REQUEST))
        .build();
  }

  /** Starts one; its output begins with a line that has its port. */
  static Process start(Path codex, Map<String, String> environment) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(DemoWorker.class.getName(), codex.toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /**
   * Works until its input ends.
   *
   * @param args the Codex to start servers with
   */
  public static void main(String[] args) throws IOException {
    CodexEndpoints endpoints = endpoints(Path.of(args[0]), Map.of());
    try (RestateWorker worker =
        RestateWorker.builder(steps(endpoints))
            .listen(new InetSocketAddress("127.0.0.1", 0))
            .start()) {
      announce(System.out, worker.port());
      waitForEnd(System.in);
    }
  }

  private static void announce(PrintStream out, int port) {
    out.println(port);
    out.flush();
  }

  private static void waitForEnd(InputStream in) throws IOException {
    in.transferTo(OutputStream.nullOutputStream());
  }
}
