package dev.talaria.session.fault;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.codex.AttachOptions;
import dev.talaria.protocol.Item;
import dev.talaria.protocol.v2.AskForApproval;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.TurnInput;
import dev.talaria.session.listener.TurnListener;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * A host that is attached to a server, and says when the moment has come in which it is to be
 * killed. Arguments: the server's address, the workspace, the phase, the key of its prompt. It ends
 * when its standard input does, so that none survives the test.
 */
final class AttachChild {

  /** What the host is doing when it is killed. */
  enum Phase {
    REPLY,
    STREAMING,
    COMMAND,
    APPROVAL,
    COMPACTION,
    CLOSING
  }

  static final String THREAD = "THREAD ";
  static final String NOW = "NOW";

  private AttachChild() {}

  public static void main(String[] arguments) throws Exception {
    Thread guard = new Thread(AttachChild::endWithTheTest);
    guard.setDaemon(true);
    guard.start();
    Phase phase = Phase.valueOf(arguments[2]);
    Codex codex = Codex.attach(URI.create(arguments[0]), AttachOptions.defaults());
    CodexSession session =
        codex.openSession(
            options(
                    Path.of(arguments[1]),
                    request -> {
                      if (phase == Phase.APPROVAL) {
                        say(NOW);
                        return new CompletableFuture<>();
                      }
                      return CompletableFuture.completedFuture(ApprovalDecision.allow());
                    })
                .build());
    say(THREAD + session.threadId());
    TurnListener listener =
        new TurnListener() {
          @Override
          public void onTextDelta(String itemId, String delta) {
            if (phase == Phase.STREAMING) {
              say(NOW);
            }
          }

          @Override
          public void onItemStarted(Item item) {
            if (item instanceof Item.CommandExecution && phase == Phase.COMMAND) {
              say(NOW);
            } else if (item instanceof Item.CommandExecution && phase == Phase.CLOSING) {
              say(NOW);
              session.close();
            } else if (item instanceof Item.ContextCompaction) {
              say(NOW);
            }
          }
        };
    TurnInput input = TurnInput.of(prompt(arguments[3])).once(arguments[3]);
    if (phase == Phase.COMPACTION) {
      session.runTurn(input, TurnListener.NONE);
      session.compact(listener);
    } else {
      session.startTurn(input, listener);
    }
    if (phase == Phase.REPLY) {
      say(NOW);
    }
    Thread.currentThread().join();
  }

  static SessionOptions.Builder options(Path workspace, ApprovalHandler handler) {
    return SessionOptions.builder()
        .cwd(workspace)
        .sandbox(SandboxMode.WORKSPACE_WRITE)
        .approvalPolicy(AskForApproval.Name.ON_REQUEST)
        .approvals(handler)
        .turnTimeout(Duration.ofSeconds(120));
  }

  static String prompt(String key) {
    return "prompt <" + key + ">";
  }

  private static void endWithTheTest() {
    try {
      while (System.in.read() >= 0) {}
    } catch (IOException e) {
      System.err.println(e);
    }
    Runtime.getRuntime().halt(3);
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
