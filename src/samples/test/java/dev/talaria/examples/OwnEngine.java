// spotless:off
//DEPS dev.talaria:talaria-durable:0.1.0-SNAPSHOT
//DEPS org.slf4j:slf4j-simple:2.0.20
// spotless:on
package dev.talaria.examples;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.talaria.approval.ApprovalDecision;
import dev.talaria.codex.CodexOptions;
import dev.talaria.durable.CodexEndpoints;
import dev.talaria.durable.Decision;
import dev.talaria.durable.NextStep;
import dev.talaria.durable.Progress;
import dev.talaria.durable.RunRequest;
import dev.talaria.durable.RunState;
import dev.talaria.durable.RunStatus;
import dev.talaria.durable.StepResult;
import dev.talaria.durable.ThreadPlace;
import dev.talaria.durable.TurnSteps;
import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

/** An engine that keeps its run in a file: {@code OwnEngine DIRECTORY PROMPT [ALLOW|DECLINE]}. */
public final class OwnEngine {
  public static void main(String[] args) throws Exception {
    JsonMapper json = JsonMapper.builder().build();
    Path directory = Path.of(args[0]).toAbsolutePath();
    File kept = new File(args[0], "run.json");
    String user = System.getProperty("user.home");
    String home = Objects.requireNonNullElse(System.getenv("CODEX_HOME"), user + "/.codex");
    ThreadPlace place = new ThreadPlace("this machine", home, directory.toString());
    RunState run =
        kept.exists()
            ? json.readValue(kept, RunState.class)
            : RunState.of(RunRequest.builder("order-42", place).prompt(args[1]).build());
    if (run.status() == RunStatus.WAITING && args.length > 2) {
      ApprovalDecision.Kind verdict = ApprovalDecision.Kind.valueOf(args[2]);
      run = run.decided(Decision.of(run.pending(), verdict, "ada", Instant.now()));
    }

    CodexOptions options = CodexOptions.defaults();
    TurnSteps steps =
        TurnSteps.builder(CodexEndpoints.ofThisMachine("this machine", options)).build();
    while (run.status() == RunStatus.RUNNING) {
      NextStep next = run.next();
      StepResult result =
          next instanceof NextStep.OpenThread open
              ? steps.openThread(open)
              : steps.follow((NextStep.Follow) next, Progress.NONE);
      run = run.after(result);
      json.writeValue(kept, run); // all that a worker has to leave behind
    }
    System.out.println(run.status());
    if (run.status() == RunStatus.WAITING) {
      System.out.println(run.pending().text());
    }
  }
}
