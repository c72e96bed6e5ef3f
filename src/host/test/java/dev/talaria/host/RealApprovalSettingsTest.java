package dev.talaria.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.codex.CodexOptions;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.protocol.v2.AskForApproval;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The approvals of a host's file decide what the real Codex may run. */
@Timeout(120)
class RealApprovalSettingsTest {

  @TempDir Path workspace;

  @ParameterizedTest
  @CsvSource({"touch made.txt, true", "touch forbidden, false", "mkdir forbidden, false"})
  void a_policy_out_of_a_file_decides(String script, boolean runs) throws Exception {
    Path file =
        Files.writeString(
            workspace.resolve("host.yaml"),
            "approvals:\n  mode: unattended\n  timeout: 20s\n  rules:\n"
                + "    - {allow: command, prefix: [touch]}\n"
                + "    - {deny: command, prefix: [touch, forbidden]}\n");
    Path cwd = workspace.toRealPath();
    List<ApprovalRequest> asked = new ArrayList<>();
    ApprovalHandler handler =
        ApprovalHandler.of(
            request -> {
              asked.add(request);
              return ApprovalDecision.allow();
            });
    SessionOptions.Builder options =
        SessionOptions.builder()
            .cwd(cwd)
            .sandbox(SandboxMode.READ_ONLY)
            .approvalPolicy(AskForApproval.Name.ON_REQUEST)
            .approvals(handler);
    ModelScript wants =
        ModelScript.builder().reply(OutputItem.escalatedCommand(script)).text("done").build();
    try (ScriptedModel model = ScriptedModel.start(wants);
        ScratchCodexHome home = ScratchCodexHome.builder(model.baseUrl()).create();
        Codex codex =
            Codex.launch(
                CodexOptions.builder()
                    .executable(PinnedCodex.selected().executable())
                    .codexHome(home.path())
                    .environment(home.isolatedEnvironment())
                    .build());
        CodexSession session =
            codex.openSession(ApprovalSettings.load(file, workspace).applyTo(options).build())) {
      assertEquals("done", session.runTurn("go").finalText());
    }
    assertEquals(List.of(), asked);
    assertEquals(runs, Files.exists(cwd.resolve(script.split(" ")[1])));
  }
}
