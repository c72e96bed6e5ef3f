package consumer;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.codex.CodexOptions;
import dev.talaria.durable.CodexEndpoints;
import dev.talaria.durable.Decision;
import dev.talaria.durable.PendingApproval;
import dev.talaria.durable.RunRequest;
import dev.talaria.durable.RunResult;
import dev.talaria.durable.ThreadPlace;
import dev.talaria.durable.TurnSteps;
import dev.talaria.server.CodexServer;
import dev.talaria.temporal.TemporalRuns;
import dev.talaria.temporal.TemporalWorker;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testserver.TestServer;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A run with an approval where Temporal's libraries come first. */
public final class Program {

  public static void main(String[] args) throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Path home = Path.of(System.getenv("CODEX_HOME"));
    Path workspace = Path.of(args[0]).toRealPath();
    Files.deleteIfExists(workspace.resolve("ran.txt"));
    ThreadPlace place = new ThreadPlace("here", home.toString(), workspace.toString());
    TestServer.PortBoundTestServer server = TestServer.createPortBoundServer(port);
    WorkflowServiceStubs service =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder()
                .setTarget("127.0.0.1:" + port)
                .validateAndBuildWithDefaults());
    WorkflowClient client = WorkflowClient.newInstance(service);
    TurnSteps steps =
        TurnSteps.builder(CodexEndpoints.ofThisMachine("here", CodexOptions.defaults())).build();
    TemporalRuns runs = TemporalRuns.of(client);
    try (TemporalWorker worker = TemporalWorker.builder(client, steps).home(place).start()) {
      runs.start(RunRequest.builder("order-42", place).prompt("write it").build());
      Optional<PendingApproval> pending = runs.approval("order-42");
      while (pending.isEmpty()) {
        TimeUnit.MILLISECONDS.sleep(100);
        pending = runs.approval("order-42");
      }
      System.out.println("pending: " + pending.get().kind());
      runs.decide(
          "order-42",
          Decision.of(pending.get(), ApprovalDecision.Kind.ALLOW, "ada", Instant.now()));
      RunResult result = runs.await("order-42", Duration.ofMinutes(1));
      System.out.printf("run: %s, %d turn%n", result.status(), result.turns().size());
      System.out.print("command: " + Files.readString(workspace.resolve("ran.txt")));
    } finally {
      CodexServer.find(home).ifPresent(codex -> codex.stop(Duration.ZERO));
      service.shutdownNow();
      server.close();
    }
  }
}
