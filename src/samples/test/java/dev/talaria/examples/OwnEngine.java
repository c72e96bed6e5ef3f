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
import java.util.Optional;

/**
 * The smallest engine: it keeps the run in a file, and continues with it when it is started again:
 * {@code OwnEngine DIRECTORY PROMPT [ALLOW|DECLINE]}.
 */
public final class OwnEngine {
  public static void main(String[] args) throws Exception {
    JsonMapper json = JsonMapper.builder().build();
    Path directory = Path.of(args[0]).toAbsolutePath();
    File kept = directory.resolve("run.json").toFile();
    Path home =
        Optional.ofNullable(System.getenv("CODEX_HOME"))
            .map(Path::of)
            .orElse(Path.of(System.getProperty("user.home"), ".codex"));
    ThreadPlace place = new ThreadPlace("this machine", home.toString(), directory.toString());
    RunState run =
        kept.exists()
            ? json.readValue(kept, RunState.class)
            : RunState.of(RunRequest.builder("order-42", place).prompt(args[1]).build());
    if (run.status() == RunStatus.WAITING && args.length > 2) {
      ApprovalDecision.Kind verdict = ApprovalDecision.Kind.valueOf(args[2]);
      run = run.decided(Decision.of(run.pending(), verdict, "ada", Instant.now()));
    }

    TurnSteps steps =
        TurnSteps.builder(CodexEndpoints.ofThisMachine("this machine", CodexOptions.defaults()))
            .build();
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
