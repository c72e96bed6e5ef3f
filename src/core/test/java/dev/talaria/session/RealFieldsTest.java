package dev.talaria.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.talaria.approval.ApprovalDecision;
import dev.talaria.codex.CodexOptions;
import dev.talaria.codex.MeasuredFact;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.protocol.v2.AdditionalContextEntry;
import dev.talaria.protocol.v2.AdditionalContextKind;
import dev.talaria.protocol.v2.ApprovalsReviewer;
import dev.talaria.protocol.v2.CollaborationMode;
import dev.talaria.protocol.v2.ModeKind;
import dev.talaria.protocol.v2.Personality;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.protocol.v2.Settings;
import dev.talaria.protocol.v2.TurnEnvironmentParams;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.session.lab.CodexLab;
import dev.talaria.session.lab.OneCodex;
import dev.talaria.session.lab.RecordingListener;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The less common fields of a thread, of a turn and of the handshake: what the real Codex gets of
 * them, and what its model sees.
 */
@Timeout(120)
@ExtendWith(OneCodex.class)
class RealFieldsTest {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final String SOUND =
      "data:audio/wav;base64,UklGRiwAAABXQVZFZm10IBAAAAABAAEAQB8AAIA+AAACABAAZGF0YQgAAAAAAAAAAAAAAA==";

  @TempDir Path workspace;

  private static boolean has(MeasuredFact fact) {
    return fact.isIn(CodexLab.version());
  }

  private static TurnResult run(CodexSession session, TurnInput input) {
    return session.runTurn(input, TurnListener.NONE);
  }

  private static String seen(CodexLab lab, int number) {
    return lab.model.requests().get(number).json();
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  /** What this version refuses, because it would ignore it in silence. */
  private static void refused(TurnResult result, String setting, String needed) {
    assertEquals(TurnError.Kind.REFUSED, result.error().kind());
    assertEquals(
        "Codex %s does not have %s: it needs Codex %s or newer"
            .formatted(PinnedCodex.selectedVersion(), setting, needed),
        result.error().message());
  }

  private List<JsonNode> sent(Path recording, String method) throws IOException {
    List<JsonNode> params = new ArrayList<>();
    for (String line : Files.readAllLines(recording)) {
      JsonNode message = WireJson.mapper().readTree(line);
      if (message.path("dir").asText().equals("send")
          && message.at("/msg/method").asText().equals(method)) {
        params.add(message.at("/msg/params"));
      }
    }
    return params;
  }

  @Test
  void the_fields_of_a_start_a_resume_a_turn_and_the_handshake_are_sent_as_they_are()
      throws IOException {
    Path recording = workspace.resolve("recording.jsonl");
    Path second = workspace.resolve("second.jsonl");
    JsonNode form = JSON.objectNode().set("openai/form", JSON.objectNode());
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("one", "two"))) {
      SessionOptions.Builder options =
          lab.options()
              .serviceName("billing")
              .serviceTier("flex")
              .baseInstructions("You are a parrot.")
              .personality(Personality.NONE)
              .environments(List.of(TurnEnvironmentParams.of(workspace.toString(), "local")))
              .extra("threadSource", JSON.textNode("user"));
      String thread;
      RecordingListener heard = new RecordingListener();
      CodexOptions.Builder launch =
          lab.launchOptions()
              .optOutNotificationMethods("item/agentMessage/delta")
              .extra("extensions", form);
      try (Codex codex = Codex.launch(launch.recordTo(recording).build());
          CodexSession session = codex.openSession(options.build())) {
        thread = session.threadId();
        TurnInput input = TurnInput.of("hi").extra("turnTrigger", JSON.textNode("timer"));
        assertEquals("one", session.runTurn(input, heard).finalText());
      }
      assertEquals(0, heard.deltas, "Codex left them out");
      // Old versions keep a thread loaded, and then its settings: another process has to resume it.
      options.resume(thread).baseInstructions("You are a lion.");
      try (Codex codex = Codex.launch(launch.recordTo(second).build());
          CodexSession session = codex.openSession(options.build())) {
        assertEquals("two", session.runTurn("go on").finalText());
      }
      assertTrue(seen(lab, 0).contains("You are a parrot."));
      assertTrue(seen(lab, 1).contains("You are a lion."));
      assertEquals(
          "flex", lab.model.requests().get(1).body().path("service_tier").asText(), "resumed");
    }
    JsonNode capabilities = sent(recording, "initialize").get(0).path("capabilities");
    assertEquals(form, capabilities.path("extensions"));
    assertEquals(
        "[\"item/agentMessage/delta\"]", capabilities.path("optOutNotificationMethods").toString());
    JsonNode start = sent(recording, "thread/start").get(0);
    assertEquals("billing", start.path("serviceName").asText());
    assertEquals("none", start.path("personality").asText());
    assertEquals("local", start.at("/environments/0/environmentId").asText());
    assertEquals("user", start.path("threadSource").asText());
    JsonNode resume = sent(second, "thread/resume").get(0);
    assertEquals("none", resume.path("personality").asText());
    assertEquals("user", resume.path("threadSource").asText());
    assertFalse(resume.has("serviceName") || resume.has("environments"), resume + "");
    JsonNode turn = sent(recording, "turn/start").get(0);
    assertEquals("timer", turn.path("turnTrigger").asText());
    JsonNode next = sent(second, "turn/start").get(0);
    assertEquals("local", next.at("/environments/0/environmentId").asText());
  }

  @Test
  void plan_mode_tells_the_model_to_plan_until_another_mode_is_set() {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("a", "b", "c", "d"));
        CodexSession session = lab.codex.openSession(lab.options().effort("low").build())) {
      CollaborationMode plan = CollaborationMode.of(ModeKind.PLAN, Settings.of(session.model()));
      run(session, TurnInput.of("plan it").collaborationMode(plan));
      assertTrue(seen(lab, 0).contains("<collaboration_mode># Plan Mode"), seen(lab, 0));
      assertEquals(
          "low", lab.model.requests().get(0).body().at("/reasoning/effort").asText(), "session's");
      run(session, TurnInput.of("go on"));
      assertEquals(1, count(seen(lab, 1), "<collaboration_mode>"), "it stays, told once");
      run(
          session,
          TurnInput.of("more")
              .collaborationMode(
                  CollaborationMode.of(
                      ModeKind.PLAN, plan.settings().developerInstructions("Ask me."))));
      assertTrue(seen(lab, 2).contains("<collaboration_mode>Ask me.</collaboration_mode>"));
      CollaborationMode standard =
          CollaborationMode.of(
              ModeKind.DEFAULT, Settings.of(session.model()).reasoningEffort("high"));
      run(session, TurnInput.of("do it").collaborationMode(standard));
      assertTrue(seen(lab, 3).contains("Default"), seen(lab, 3));
      assertEquals("high", lab.model.requests().get(3).body().at("/reasoning/effort").asText());
    }
  }

  @Test
  void a_personality_changes_the_instructions_as_far_as_the_version_does() {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("a", "b", "c"))) {
      SessionOptions.Builder options = lab.options().personality(Personality.NONE);
      try (CodexSession session = lab.codex.openSession(options.build())) {
        session.runTurn("hi");
      }
      assertFalse(seen(lab, 0).contains("# Personality"), "left out");
      try (CodexSession session =
          lab.codex.openSession(options.personality(Personality.PRAGMATIC).build())) {
        session.runTurn("hi");
        assertTrue(seen(lab, 1).contains("# Personality"));
        run(session, TurnInput.of("hi").personality(Personality.FRIENDLY));
        assertEquals(
            has(MeasuredFact.PERSONALITY_SELECTS_A_STYLE),
            seen(lab, 2).contains("<personality_spec>"));
      }
    }
  }

  @Test
  void additional_context_reaches_the_model_beside_the_prompt() {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("a"));
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      TurnResult result =
          run(
              session,
              TurnInput.of("hi")
                  .additionalContext(
                      "ide",
                      AdditionalContextEntry.of(
                          AdditionalContextKind.APPLICATION, "Main.java is open"))
                  .additionalContext(
                      "web",
                      AdditionalContextEntry.of(AdditionalContextKind.UNTRUSTED, "a page says")));
      if (!has(MeasuredFact.ADDITIONAL_CONTEXT)) {
        refused(result, "additionalContext", "0.135.0");
        return;
      }
      assertTrue(seen(lab, 0).contains("<ide>Main.java is open</ide>"), seen(lab, 0));
      assertTrue(seen(lab, 0).contains("a page says"));
      assertEquals("hi", lab.model.requests().get(0).latestPrompt());
    }
  }

  @Test
  void workspace_roots_are_what_commands_may_write() throws IOException {
    Path first = Files.createDirectory(workspace.resolve("first"));
    Path second = Files.createDirectory(workspace.resolve("second"));
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("a", "b"))) {
      SessionOptions options =
          lab.options()
              .sandbox(SandboxMode.WORKSPACE_WRITE)
              .runtimeWorkspaceRoots(List.of(first))
              .build();
      if (!has(MeasuredFact.RUNTIME_WORKSPACE_ROOTS)) {
        RefusedSettingException e =
            assertThrows(RefusedSettingException.class, () -> lab.codex.openSession(options));
        assertEquals("runtimeWorkspaceRoots", e.setting());
        return;
      }
      try (CodexSession session = lab.codex.openSession(options)) {
        session.runTurn("hi");
        run(session, TurnInput.of("hi").runtimeWorkspaceRoots(List.of(second)));
      }
      assertTrue(seen(lab, 0).contains("<root>" + first), seen(lab, 0));
      assertFalse(seen(lab, 0).contains("<root>" + second));
      assertTrue(seen(lab, 1).contains("<root>" + second), seen(lab, 1));
    }
  }

  @Test
  void a_service_tier_may_hold_for_one_turn() {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("a", "b"));
        CodexSession session = lab.codex.openSession(lab.options().serviceTier("flex").build())) {
      TurnResult result = run(session, TurnInput.of("hi").serviceTierForTurn("priority"));
      if (!has(MeasuredFact.SERVICE_TIER_FOR_TURN)) {
        refused(result, "serviceTierForTurn", "0.151.0");
        return;
      }
      session.runTurn("hi");
      assertEquals(
          List.of("priority", "flex"),
          lab.model.requests().stream()
              .map(request -> request.body().path("service_tier").asText())
              .toList());
    }
  }

  @Test
  void the_environments_say_where_commands_run_also_after_a_resume() throws IOException {
    Path inner = Files.createDirectory(workspace.resolve("inner"));
    ModelScript.Builder script = ModelScript.builder();
    for (int turn = 0; turn < 3; turn++) {
      script
          .reply(OutputItem.call("exec_command", Map.of("cmd", "touch made; sleep 0.3; pwd")))
          .text("done");
    }
    try (CodexLab lab = new CodexLab(workspace, script.build())) {
      SessionOptions.Builder options =
          lab.options()
              .sandbox(SandboxMode.DANGER_FULL_ACCESS)
              .environments(List.of(TurnEnvironmentParams.of(inner.toString(), "local")));
      String thread;
      try (CodexSession session = lab.codex.openSession(options.build())) {
        thread = session.threadId();
        run(session, TurnInput.of("go").environments(List.of()));
        assertFalse(Files.exists(inner.resolve("made")), "no environment, no command");
        session.runTurn("go");
        assertTrue(Files.deleteIfExists(inner.resolve("made")), seen(lab, 3));
      }
      try (CodexSession session = lab.codex.openSession(options.resume(thread).build())) {
        session.runTurn("go");
        assertTrue(Files.exists(inner.resolve("made")), seen(lab, 5));
      }
      assertFalse(Files.exists(workspace.resolve("made")));
      RefusedSettingException unknown =
          assertThrows(
              RefusedSettingException.class,
              () ->
                  lab.codex.openSession(
                      lab.options()
                          .environments(List.of(TurnEnvironmentParams.of("/", "moon")))
                          .build()));
      assertEquals("environments", unknown.setting());
    }
  }

  @Test
  void a_turn_may_have_another_reviewer_of_its_approvals() {
    OutputItem asks =
        OutputItem.call(
            "exec_command",
            Map.of(
                "cmd", "touch made.txt",
                "sandbox_permissions", "require_escalated",
                "justification", "May I?"));
    ModelScript script =
        ModelScript.builder()
            .reply(asks)
            .text("declined")
            .reply(asks)
            .text("no review")
            .text("no review")
            .text("no review")
            .text("no review")
            .text("no review")
            .build();
    try (CodexLab lab = new CodexLab(workspace, script);
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      session.runTurn("go");
      assertEquals(1, lab.asked.size());
      run(session, TurnInput.of("go").approvalsReviewer(ApprovalsReviewer.AUTO_REVIEW));
      assertEquals(1, lab.asked.size(), "Codex's own reviewer was asked instead");
      assertFalse(Files.exists(workspace.resolve("made.txt")));
    }
  }

  @Test
  void a_sound_is_sent_and_the_model_is_told_what_became_of_it() throws IOException {
    Path file = workspace.resolve("beep.wav");
    Files.write(file, Base64.getDecoder().decode(SOUND.substring(SOUND.indexOf(',') + 1)));
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("a"));
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      TurnResult result = run(session, TurnInput.of("listen").audio(file).audio(SOUND));
      if (!has(MeasuredFact.AUDIO_INPUT)) {
        refused(result, "audio", "0.145.0");
        return;
      }
      assertEquals("a", result.finalText());
      assertTrue(seen(lab, 0).contains("beep.wav"), seen(lab, 0));
      assertEquals(
          2,
          count(seen(lab, 0), "audio content omitted because you do not support audio input"),
          "gpt-5.5 takes no sound");
    }
  }

  @Test
  void without_the_experimental_api_the_refused_field_is_named() {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("a"));
        Codex codex = Codex.launch(lab.launchOptions().experimentalApi(false).build());
        CodexSession session = codex.openSession(lab.options().build())) {
      TurnResult result =
          run(
              session,
              TurnInput.of("hi")
                  .collaborationMode(CollaborationMode.of(ModeKind.PLAN, Settings.of("gpt-5.5"))));
      assertEquals(TurnError.Kind.REFUSED, result.error().kind());
      assertTrue(
          result.error().message().startsWith("Codex refused the setting collaborationMode: "),
          result.error().message());
      assertThrows(
          RefusedSettingException.class,
          () -> codex.openSession(lab.options().environments(List.of()).build()));
    }
  }
}
