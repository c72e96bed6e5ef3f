package dev.talaria.session.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.appserver.ListeningCodex;
import dev.talaria.codex.AttachOptions;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.protocol.v2.AskForApproval;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.lab.CodexLab;
import dev.talaria.session.lab.CuttingProxy;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnResult;
import dev.talaria.session.result.TurnStatus;
import dev.talaria.transcript.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A connection that is cut anywhere in a turn: the same end as without. */
@Timeout(600)
class RealCutConnectionTest {

  /** How many places in what the server sends; the fault suite has more. */
  private static final int CUTS = Integer.getInteger("talaria.attach.cuts", 8);

  /** As always, but for a machine on which an answer to the first handshake may take long. */
  private static final AttachOptions PATIENT =
      AttachOptions.builder().connectTimeout(Duration.ofMinutes(1)).build();

  @TempDir Path folder;

  private static OutputItem exec(String command, boolean ask) {
    return ask ? OutputItem.escalatedCommand(command) : OutputItem.command(command);
  }

  private static ModelScript script() {
    return ModelScript.builder()
        .reply(exec("echo one >> ran.txt", true))
        .reply(
            Reply.of(
                    OutputItem.text(
                        "Some words are streamed slowly, so that a cut may come between them."),
                    exec("echo two >> ran.txt", false))
                .between(Duration.ofMillis(5)))
        .text("all is done")
        .build();
  }

  @Test
  void a_cut_anywhere_changes_nothing() throws Exception {
    assumeTrue(CodexLab.selectedIsPinned(), "what a server keeps is measured for it");
    try (ScriptedModel model = ScriptedModel.start(script());
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create();
        ListeningCodex server = ListeningCodex.onPort(home, folder, null);
        CuttingProxy proxy = new CuttingProxy(server.address);
        Codex codex = Codex.attach(proxy.address(), PATIENT)) {
      List<String> undisturbed = run(codex, model, proxy, -1);
      assertTrue(bytes > 1000, "the server sent " + bytes);
      for (int i = 0; i < CUTS; i++) {
        long at = bytes * i / CUTS;
        assertEquals(undisturbed, run(codex, model, proxy, at), "cut after " + at);
      }
      // The last ones may come behind the end of a turn that sends a little less.
      int cuts = proxy.connections() - 1;
      assertTrue(cuts >= CUTS * 3 / 4, cuts + " cuts of " + CUTS);
    }
  }

  /** How much the server sends in a turn. */
  private long bytes;

  /** The transcript of a turn, in a folder and a thread of its own. */
  private List<String> run(Codex codex, ScriptedModel model, CuttingProxy proxy, long cutAfter)
      throws Exception {
    model.restart(script());
    Path workspace = Files.createTempDirectory(folder, "workspace");
    AtomicInteger asked = new AtomicInteger();
    SessionOptions options =
        SessionOptions.builder()
            .cwd(workspace)
            .sandbox(SandboxMode.WORKSPACE_WRITE)
            .approvalPolicy(AskForApproval.Name.ON_REQUEST)
            .approvals(
                ApprovalHandler.of(
                    request -> {
                      asked.incrementAndGet();
                      return ApprovalDecision.allow();
                    }))
            .turnTimeout(Duration.ofSeconds(60))
            .build();
    try (CodexSession session = codex.openSession(options)) {
      long before = proxy.passed();
      proxy.cutAfter(cutAfter);
      Turn turn =
          session.startTurn(TurnInput.of("do it").key("key-" + workspace), TurnListener.NONE);
      TurnResult result = turn.result().get(180, TimeUnit.SECONDS);
      if (cutAfter < 0) {
        bytes = proxy.passed() - before;
      }
      proxy.cutAfter(-1);
      assertEquals(TurnStatus.COMPLETED, result.status(), result.error() + "");
      assertEquals("all is done", result.finalText());
      assertEquals("one\ntwo\n", Files.readString(workspace.resolve("ran.txt")));
      assertEquals(3, model.requests().size(), "each prompt went to the model once");
      assertEquals(1, asked.get(), "asked once");
      assertEquals(1, codex.threads().turns(session.threadId(), 10).entries().size(), "one turn");
      return result.messages().stream().map(RealCutConnectionTest::text).toList();
    }
  }

  private static String text(Message row) {
    return row.toString().replaceAll("workspace\\d+", "workspace");
  }
}
