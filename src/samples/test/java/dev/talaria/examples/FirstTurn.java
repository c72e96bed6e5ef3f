package dev.talaria.examples;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.codex.CodexOptions;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.result.TurnResult;
import java.nio.file.Path;

/** Runs one prompt in one directory: {@code FirstTurn DIRECTORY PROMPT}. */
public final class FirstTurn {
  public static void main(String[] args) {
    ApprovalHandler ask =
        ApprovalHandler.of(
            request -> {
              System.out.println("Codex asks: " + request);
              return ApprovalDecision.allow(); // without a handler everything is declined
            });
    SessionOptions options = SessionOptions.builder().cwd(Path.of(args[0])).approvals(ask).build();
    try (Codex codex = Codex.launch(CodexOptions.defaults());
        CodexSession session = codex.openSession(options)) {
      TurnResult result = session.runTurn(args[1]);
      System.out.println(result.status() + ": " + result.finalText());
      result.messages().forEach(message -> System.out.println(message.role() + " " + message));
    }
  }
}
