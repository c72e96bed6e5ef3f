// spotless:off
//DEPS dev.talaria:talaria:0.1.0-SNAPSHOT
//DEPS org.slf4j:slf4j-simple:2.0.20
// spotless:on
package dev.talaria.examples;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.ApprovalText;
import dev.talaria.codex.CodexOptions;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import java.nio.file.Path;
import java.util.Scanner;

/** Asks you before Codex leaves its sandbox: {@code FirstApproval DIRECTORY PROMPT}. */
public final class FirstApproval {
  public static void main(String[] args) {
    Scanner keyboard = new Scanner(System.in);
    ApprovalHandler ask =
        ApprovalHandler.of(
            request -> {
              ApprovalText.lines(request).forEach(System.out::println);
              System.out.println("Allow this? (yes/no)");
              boolean yes = keyboard.hasNextLine() && keyboard.nextLine().equals("yes");
              return yes ? ApprovalDecision.allow() : ApprovalDecision.decline();
            });
    SessionOptions options =
        SessionOptions.builder()
            .cwd(Path.of(args[0]))
            .sandbox(SandboxMode.READ_ONLY)
            .approvals(ask)
            .build();
    try (Codex codex = Codex.launch(CodexOptions.defaults());
        CodexSession session = codex.openSession(options)) {
      System.out.println(session.runTurn(args[1]).finalText());
    }
  }
}
