package dev.talaria.approval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.base.TalariaException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditFileTest {

  @TempDir Path folder;

  private static ApprovalOutcome outcome(ApprovalRequest request, ApprovalDecision decision) {
    return new ApprovalOutcome(
        request,
        DecisionSource.HANDLER,
        "handler",
        Optional.of(decision),
        Optional.of(decision.kind()),
        "",
        Instant.parse("2026-11-21T10:00:00Z"),
        Duration.ofMillis(1234));
  }

  private JsonNode written(ApprovalRequest request, ApprovalDecision decision) throws IOException {
    Path file = folder.resolve("audit.jsonl");
    Files.deleteIfExists(file);
    try (AuditFile audit = AuditFile.open(file)) {
      audit.accept(outcome(request, decision));
    }
    return Questions.json(Files.readString(file));
  }

  @Test
  void a_line_says_what_was_asked_who_decided_what_and_how_long_it_took() throws IOException {
    assertEquals(
        Questions.json(
            """
            {"time":"2026-11-21T10:00:00Z","thread":"t","turn":"u","item":"i","kind":"command",
             "asked":{"what":"run","command":"ls -l","cwd":"/ws","reason":"because","length":5,
              "sha256":"f0f40cf78dab06e0d336e5ced925157780fdb4a376f454d6cc80f3d21bf10769"},
             "decider":"handler","by":"handler","decision":"allow_for_session",
             "applied":"allow_for_session","tookMs":1234}
            """),
        written(Questions.command("ls -l"), ApprovalDecision.allowForSession()));
    assertEquals(
        Questions.json(
            "{\"files\":[{\"kind\":\"add\",\"path\":\"/ws/a\",\"length\":18,\"sha256\":\""
                + sha256("@@ -1 +1 @@\n-a\n+b\n")
                + "\"}],\"grantRoot\":\"/ws\",\"reason\":\"because\"}"),
        written(Questions.patch("/ws", "add /ws/a"), ApprovalDecision.allow()).path("asked"));
    assertEquals(
        "example.com",
        written(Questions.network("example.com"), ApprovalDecision.decline())
            .at("/asked/host")
            .asText());
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_line_measures_what_it_masks() throws IOException {
    String script = "token=hunter2hunter2; echo '-----BEGIN PRIVATE KEY-----'\ntouch pwned \u00e4";
    JsonNode asked = written(Questions.command(script), ApprovalDecision.allow()).path("asked");
    assertEquals(
        script.replace("hunter2hunter2", "[14 characters masked]"), asked.path("command").asText());
    assertEquals(sha256(script), asked.path("sha256").asText());
    assertEquals(script.length(), asked.path("length").asInt());
    JsonNode tool =
        written(Questions.tool("s", "say", false), ApprovalDecision.allow()).path("asked");
    assertEquals(sha256("{\"text\":\"hi\"}"), tool.path("sha256").asText());
  }

  @Test
  void secrets_are_masked_and_what_a_person_filled_in_is_left_out() throws IOException {
    String line =
        written(
                Questions.command("curl -H 'Authorization: Bearer abcdefghijklmnop' x"),
                ApprovalDecision.allow())
            .toString();
    assertFalse(line.contains("abcdefghijklmnop"), line);
    ApprovalRequest.Question question =
        new ApprovalRequest.Question("pin", "Pin", "Your pin?", List.of(), true, true);
    JsonNode answered =
        written(
            Questions.userInput(question),
            ApprovalDecision.answers(Map.of("pin", List.of("4711"))));
    assertFalse(answered.toString().contains("4711"));
    assertEquals("Your pin?", answered.at("/asked/questions/0").asText());
  }

  @Test
  void a_member_whose_name_says_so_is_a_secret() throws IOException {
    ApprovalRequest.McpTool tool = Questions.tool("s", "login", false);
    ApprovalRequest withPassword =
        new ApprovalRequest.McpTool(
            tool.origin(),
            "s",
            "login",
            "",
            Questions.json("{\"user\":\"bob\",\"password\":\"hunter2hunter2\"}"),
            false,
            Set.of(),
            "",
            Questions.json("{}"));
    JsonNode line = written(withPassword, ApprovalDecision.decline());
    assertEquals("bob", line.at("/asked/arguments/user").asText());
    assertFalse(line.toString().contains("hunter2"), line.toString());
  }

  @Test
  void a_line_is_ascii() throws IOException {
    JsonNode line = written(Questions.command("echo \u202eü\u001b[2J"), ApprovalDecision.allow());
    assertEquals("echo \u202eü\u001b[2J", line.at("/asked/command").asText());
    String text = Files.readString(folder.resolve("audit.jsonl"));
    assertTrue(text.strip().chars().allMatch(c -> c >= ' ' && c < 0x7f), text);
  }

  @Test
  void lines_are_appended_for_the_owner_only() throws IOException {
    Path file = folder.resolve("audit.jsonl");
    Files.writeString(file, "{\"old\":true}\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    try (AuditFile audit = AuditFile.open(file)) {
      audit.accept(outcome(Questions.command("ls"), ApprovalDecision.allow()));
      Thread.currentThread().interrupt();
      audit.accept(outcome(Questions.command("pwd"), ApprovalDecision.allow()));
      assertTrue(Thread.interrupted(), "the interrupt is still the thread's");
      audit.accept(outcome(Questions.command("id"), ApprovalDecision.allow()));
    }
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    List<String> lines = Files.readAllLines(file);
    assertEquals(4, lines.size());
    assertEquals("{\"old\":true}", lines.get(0));
    assertEquals("id", Questions.json(lines.get(3)).at("/asked/command").asText());
  }

  @Test
  void a_file_that_cannot_be_written_is_a_clear_error() {
    Path missing = folder.resolve("no/such/folder/audit.jsonl");
    TalariaException error = assertThrows(TalariaException.class, () -> AuditFile.open(missing));
    assertTrue(error.getMessage().contains(missing.toString()), error.getMessage());
  }
}
