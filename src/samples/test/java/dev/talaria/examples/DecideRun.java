package dev.talaria.examples;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.durable.Decision;
import dev.talaria.durable.PendingApproval;
import dev.talaria.durable.RunRequest;
import dev.talaria.durable.ThreadPlace;
import dev.talaria.restate.RestateRun;
import dev.talaria.restate.RestateRuns;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Starts a run, or finds it, and decides what it waits for: {@code DecideRun INGRESS DIRECTORY
 * PROMPT [ALLOW|DECLINE]}.
 */
public final class DecideRun {
  public static void main(String[] args) throws Exception {
    Path home =
        Optional.ofNullable(System.getenv("CODEX_HOME"))
            .map(Path::of)
            .orElse(Path.of(System.getProperty("user.home"), ".codex"));
    ThreadPlace place = new ThreadPlace("this machine", home.toString(), args[1]);
    RestateRuns runs = RestateRuns.at(URI.create(args[0]));
    runs.start(RunRequest.builder("order-42", place).prompt(args[2]).build());

    Optional<PendingApproval> asked = Optional.empty();
    while (asked.isEmpty() && runs.result("order-42").isEmpty()) {
      Thread.sleep(200);
      asked = runs.status("order-42").flatMap(RestateRun::approval);
    }
    if (asked.isPresent() && args.length == 3) {
      System.out.println("WAITING\n" + asked.get().text());
    } else {
      asked.ifPresent(
          approval ->
              runs.decide(
                  "order-42",
                  Decision.of(
                      approval, ApprovalDecision.Kind.valueOf(args[3]), "ada", Instant.now())));
      System.out.println(runs.await("order-42", Duration.ofHours(1)).status());
    }
  }
}
