package dev.talaria.examples;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.codex.CodexOptions;
import dev.talaria.durable.CodexEndpoints;
import dev.talaria.durable.Decision;
import dev.talaria.durable.PendingApproval;
import dev.talaria.durable.RunRequest;
import dev.talaria.durable.RunState;
import dev.talaria.durable.RunStatus;
import dev.talaria.durable.ThreadPlace;
import dev.talaria.durable.TurnSteps;
import dev.talaria.temporal.TemporalRuns;
import dev.talaria.temporal.TemporalWorker;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** A worker and, beside it, what asks a person: {@code OnTemporal DIRECTORY PROMPT ADDRESS}. */
public final class OnTemporal {
  public static void main(String[] args) throws Exception {
    Path home = Path.of(System.getenv("CODEX_HOME"));
    ThreadPlace place = new ThreadPlace("machine-a", home.toString(), args[0]);
    WorkflowServiceStubs service =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(args[2]).build());
    WorkflowClient client = WorkflowClient.newInstance(service);

    // On each machine that has homes, in any number of processes.
    TurnSteps steps =
        TurnSteps.builder(CodexEndpoints.ofThisMachine("machine-a", CodexOptions.defaults()))
            .build();
    TemporalWorker worker = TemporalWorker.builder(client, steps).home(place).start();
    try {

      // In any program that reaches Temporal. A second start of the same key does nothing.
      TemporalRuns runs = TemporalRuns.of(client);
      runs.start(RunRequest.builder("order-42", place).prompt(args[1]).build());
      RunState run = runs.status("order-42").orElseThrow();
      while (run.status() == RunStatus.RUNNING) {
        TimeUnit.MILLISECONDS.sleep(200);
        run = runs.status("order-42").orElseThrow();
      }
      if (run.status() == RunStatus.WAITING) {
        PendingApproval asked = run.pending();
        System.out.println(asked.text());
        runs.decide(
            "order-42", Decision.of(asked, ApprovalDecision.Kind.ALLOW, "ada", Instant.now()));
      }
      System.out.println(runs.await("order-42", Duration.ofMinutes(10)).status());
    } finally {
      worker.close();
      service.shutdown();
    }
  }
}
