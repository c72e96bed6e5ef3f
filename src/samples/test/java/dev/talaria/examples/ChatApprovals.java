package dev.talaria.examples;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.ApprovalMatch;
import dev.talaria.approval.ApprovalPolicy;
import dev.talaria.approval.ApprovalText;
import dev.talaria.approval.AuditFile;
import dev.talaria.codex.CodexOptions;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import java.nio.file.Path;
import java.util.Map;
import java.util.Scanner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Puts what Codex asks into a chat, here the terminal, and takes answers such as {@code 1=once}
 * when they come: {@code ChatApprovals DIRECTORY PROMPT}.
 */
public final class ChatApprovals {
  private static final Map<Integer, CompletableFuture<ApprovalDecision>> ANSWERS =
      new ConcurrentHashMap<>();

  private static CompletableFuture<ApprovalDecision> answer(int number) {
    return ANSWERS.computeIfAbsent(number, n -> new CompletableFuture<>());
  }

  public static void main(String[] args) {
    Thread chat = new Thread(() -> new Scanner(System.in).forEachRemaining(ChatApprovals::take));
    chat.setDaemon(true);
    chat.start();
    AtomicInteger numbers = new AtomicInteger();
    ApprovalHandler ask =
        request -> {
          int number = numbers.incrementAndGet();
          System.out.println("#" + number + " " + String.join("\n", ApprovalText.lines(request)));
          return answer(number); // cancelled when the question becomes void
        };
    ApprovalPolicy policy =
        ApprovalPolicy.of(
            ApprovalPolicy.allow(ApprovalMatch.commandPrefix("git", "status")),
            ApprovalPolicy.deny(ApprovalMatch.commandPrefix("rm")));
    Path folder = Path.of(args[0]);
    try (AuditFile audit = AuditFile.open(folder.resolve("audit.jsonl"));
        Codex codex = Codex.launch(CodexOptions.defaults());
        CodexSession session =
            codex.openSession(
                SessionOptions.builder()
                    .cwd(folder)
                    .policy(policy)
                    .approvals(ask)
                    .audit(audit)
                    .build())) {
      System.out.println(session.runTurn(args[1]).finalText());
    }
  }

  private static void take(String word) {
    String[] parts = word.split("=", 2);
    answer(Integer.parseInt(parts[0])).complete(ApprovalDecision.ofHostChoice(parts[1]));
  }
}
