package dev.talaria.restate;

import dev.talaria.codex.CodexOptions;
import dev.talaria.durable.CodexEndpoints;
import dev.talaria.durable.TurnSteps;
import dev.talaria.protocol.v2.AskForApproval;
import dev.talaria.protocol.v2.SandboxMode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A worker as a program of its own, to be killed. Arguments: Codex's executable, the engine's
 * ingress, then a home's environment as {@code NAME=VALUE}. It says its ports, and ends when its
 * standard input does, so that none survives the test.
 */
final class WorkerChild {

  static final String MACHINE = "here";
  static final String PORTS = "PORTS ";

  private WorkerChild() {}

  public static void main(String[] arguments) throws Exception {
    CodexOptions.Builder codex = CodexOptions.builder().executable(Path.of(arguments[0]));
    for (int i = 2; i < arguments.length; i++) {
      String[] variable = arguments[i].split("=", 2);
      codex.environment(variable[0], variable[1]);
    }
    RestateWorker worker = start(codex.build(), URI.create(arguments[1]));
    System.out.println(PORTS + worker.port() + " " + worker.progressPort().orElseThrow());
    System.out.flush();
    endWithTheTest();
  }

  static RestateWorker start(CodexOptions codex, URI ingress) {
    CodexEndpoints real = CodexEndpoints.ofThisMachine(MACHINE, codex);
    CodexEndpoints endpoints =
        place -> {
          StepGate.of(place.workspace()).pass();
          return real.connect(place);
        };
    return RestateWorker.builder(steps(endpoints))
        .listen(new InetSocketAddress("127.0.0.1", 0))
        .progress(new InetSocketAddress("127.0.0.1", 0), RestateRuns.at(ingress), endpoints)
        .suspendAfter(Duration.ofMillis(500))
        .start();
  }

  static TurnSteps steps(CodexEndpoints endpoints) {
    return TurnSteps.builder(endpoints)
        .heartbeat(Duration.ofMillis(100))
        .session(
            (place, options) ->
                options
                    .sandbox(SandboxMode.WORKSPACE_WRITE)
                    .approvalPolicy(AskForApproval.Name.ON_REQUEST))
        .build();
  }

  private static void endWithTheTest() {
    try {
      while (System.in.read() >= 0) {}
    } catch (IOException e) {
      System.err.println(e);
    }
    Runtime.getRuntime().halt(3);
  }
}
