// spotless:off
//DEPS dev.talaria:talaria:0.1.0-SNAPSHOT
//DEPS org.slf4j:slf4j-simple:2.0.20
// spotless:on
package dev.talaria.examples;

import static dev.talaria.approval.ApprovalMatch.commandPrefix;
import static dev.talaria.approval.ApprovalPolicy.allow;

import dev.talaria.approval.ApprovalPolicy;
import dev.talaria.approval.AuditFile;
import dev.talaria.codex.CodexOptions;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import java.nio.file.Path;
import java.time.Duration;

/** Runs a job without a person, by rules: {@code Unattended DIRECTORY PROMPT}. */
public final class Unattended {
  public static void main(String[] args) {
    Path directory = Path.of(args[0]);
    ApprovalPolicy rules =
        ApprovalPolicy.of(
                allow(commandPrefix("git", "status")), allow(commandPrefix("git", "diff")))
            .orElse(ApprovalPolicy.unattended()); // everything else is declined at once
    try (AuditFile audit = AuditFile.open(directory.resolve("audit.jsonl"));
        Codex codex = Codex.launch(CodexOptions.defaults());
        CodexSession session =
            codex.openSession(
                SessionOptions.builder()
                    .cwd(directory)
                    .sandbox(SandboxMode.READ_ONLY)
                    .policy(rules)
                    .audit(audit)
                    .turnTimeout(Duration.ofMinutes(30))
                    .build())) {
      TurnResult result = session.runTurn(args[1]);
      System.out.println(result.status() + ": " + result.finalText());
      if (result.status() != TurnStatus.COMPLETED) {
        System.out.println("failed: " + result.error());
      }
    }
  }
}
