package dev.talaria.session.turn;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.talaria.approval.ApprovalDecision;
import dev.talaria.codex.MeasuredFact;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.fixtures.model.Reply;
import dev.talaria.protocol.InputPart;
import dev.talaria.protocol.v2.AskForApproval;
import dev.talaria.protocol.v2.ReasoningSummary;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.protocol.wire.WireJson;
import dev.talaria.session.CodexSession;
import dev.talaria.session.RefusedSettingException;
import dev.talaria.session.Turn;
import dev.talaria.session.TurnInput;
import dev.talaria.session.lab.CodexLab;
import dev.talaria.session.lab.OneCodex;
import dev.talaria.session.lab.RecordingListener;
import dev.talaria.session.listener.TurnListener;
import dev.talaria.session.result.TurnError;
import dev.talaria.session.result.TurnResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a turn and a session can be given, and that it reaches the model of the real Codex. */
@Timeout(120)
@ExtendWith(OneCodex.class)
class RealInputTest {

  private static final String PNG =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5E"
          + "rkJggg==";

  @TempDir Path workspace;

  private static boolean has(MeasuredFact fact) {
    return fact.isIn(CodexLab.version());
  }

  private static TurnResult run(CodexSession session, TurnInput input) {
    return session.runTurn(input, TurnListener.NONE);
  }

  /** The pictures that the model was shown so far. */
  private static List<String> pictures(CodexLab lab, int number) {
    return request(lab, number).path("input").findValuesAsText("image_url");
  }

  private static JsonNode request(CodexLab lab, int number) {
    try {
      return WireJson.mapper().readTree(lab.model.requests().get(number).json());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void pictures_reach_the_model_as_pictures() throws Exception {
    Path file = workspace.resolve("dot.png");
    Files.write(file, Base64.getDecoder().decode(PNG));
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("one", "two"));
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      String url = "data:image/png;base64," + PNG;
      assertEquals("one", run(session, TurnInput.of("look").image(file).image(url)).finalText());
      List<String> pictures = pictures(lab, 0);
      assertEquals(2, pictures.size());
      assertTrue(pictures.stream().allMatch(picture -> picture.startsWith("data:image/")));
      TurnInput alone = TurnInput.of(List.of(new InputPart.Image(url)));
      assertEquals("two", run(session, alone).finalText());
      assertEquals(3, pictures(lab, 1).size());
    }
  }

  @Test
  void a_remote_picture_is_passed_on_or_refused_by_name() {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("seen", "next"));
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      TurnResult result = run(session, TurnInput.of("look").image("https://example.com/a.png"));
      if (has(MeasuredFact.REMOTE_IMAGES)) {
        assertEquals("seen", result.finalText());
        assertEquals(List.of("https://example.com/a.png"), pictures(lab, 0));
      } else {
        assertEquals(TurnError.Kind.REFUSED, result.error().kind());
        assertTrue(result.error().message().contains("image takes a data: URL"));
        assertEquals("seen", session.runTurn("go on").finalText());
      }
    }
  }

  @Test
  void a_skill_reaches_the_model_with_its_text() throws Exception {
    Path skill = workspace.resolve("greet").resolve("SKILL.md");
    Files.createDirectories(skill.getParent());
    Files.writeString(
        skill, "---\nname: greet\ndescription: greets\n---\nAlways greet in Latin: Salve.\n");
    try (CodexLab lab =
        new CodexLab(workspace, ModelScript.texts("Salve", "Salve"), config -> config)) {
      Path known = lab.home.path().resolve("skills/greet/SKILL.md");
      Files.createDirectories(known.getParent());
      Files.copy(skill, known);
      try (CodexSession session = lab.open(ApprovalDecision.decline())) {
        TurnInput input = TurnInput.of("Greet me").skill("greet", known).mention("a", "app://a");
        assertEquals("Salve", run(session, input).finalText());
        String sent = lab.model.requests().get(0).json();
        assertTrue(sent.contains("Always greet in Latin"), sent);
      }
    }
  }

  @Test
  void the_settings_of_a_turn_reach_the_model() {
    JsonNode schema =
        JsonNodeFactory.instance.objectNode().put("type", "object").put("title", "Answer");
    try (CodexLab lab =
            new CodexLab(workspace, ModelScript.texts("one", "two", "three", "four", "five"));
        CodexSession session =
            lab.codex.openSession(
                lab.options()
                    .effort("low")
                    .summary(ReasoningSummary.CONCISE)
                    .serviceTier("flex")
                    .baseInstructions("You are a parrot.")
                    .developerInstructions("Speak softly.")
                    .build())) {
      run(session, TurnInput.of("a"));
      JsonNode first = request(lab, 0);
      assertEquals("low", first.path("reasoning").path("effort").asText());
      assertEquals("concise", first.path("reasoning").path("summary").asText());
      assertTrue(first.toString().contains("You are a parrot."));
      assertTrue(first.toString().contains("Speak softly."));
      run(
          session,
          TurnInput.of("b")
              .effort("high")
              .summary(ReasoningSummary.DETAILED)
              .serviceTier("fast")
              .outputSchema(schema));
      JsonNode second = request(lab, 1);
      assertEquals("flex", first.path("service_tier").asText());
      assertEquals("high", second.path("reasoning").path("effort").asText());
      assertEquals("detailed", second.path("reasoning").path("summary").asText());
      assertEquals("priority", second.path("service_tier").asText(), "as Codex calls it");
      assertEquals("Answer", second.findValue("schema").path("title").asText());
      run(session, TurnInput.of("c"));
      assertEquals("low", request(lab, 2).path("reasoning").path("effort").asText());
      run(session, TurnInput.of("d").model("gpt-x"));
      run(session, TurnInput.of("e"));
      assertEquals("gpt-5.5", request(lab, 2).path("model").asText());
      assertEquals("gpt-x", request(lab, 3).path("model").asText());
      assertEquals("gpt-x", request(lab, 4).path("model").asText(), "Codex keeps it");
    }
  }

  @Test
  void a_turn_may_have_a_directory_a_sandbox_and_a_policy_of_its_own() throws Exception {
    Path inner = Files.createDirectory(workspace.resolve("inner"));
    ModelScript script =
        ModelScript.builder()
            .reply(OutputItem.call("exec_command", Map.of("cmd", "touch made; pwd")))
            .text("done")
            .build();
    try (CodexLab lab = new CodexLab(workspace, script);
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      TurnInput input =
          TurnInput.of("go")
              .cwd(inner)
              .sandbox(SandboxMode.DANGER_FULL_ACCESS)
              .approvalPolicy(AskForApproval.Name.NEVER);
      assertEquals("done", run(session, input).finalText());
      assertTrue(Files.exists(inner.resolve("made")));
      assertTrue(lab.asked.isEmpty());
    }
  }

  @Test
  void a_turn_may_have_a_permission_profile_of_its_own() {
    ModelScript script =
        ModelScript.builder()
            .reply(OutputItem.call("exec_command", Map.of("cmd", "touch made")))
            .text("done")
            .text("next")
            .build();
    try (CodexLab lab = new CodexLab(workspace, script);
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      TurnInput full = TurnInput.of("go").permissionProfile(":danger-full-access");
      assertEquals("done", run(session, full).finalText());
      assertTrue(Files.exists(workspace.resolve("made")));
      TurnResult refused = run(session, TurnInput.of("go").permissionProfile("nope"));
      assertEquals(TurnError.Kind.REFUSED, refused.error().kind());
      assertTrue(
          refused.error().message().contains("permission profile 'nope'"),
          refused.error().message());
      assertEquals("next", session.runTurn("go on").finalText());
    }
  }

  @Test
  void a_refused_setting_is_named() {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("one", "two"))) {
      try (CodexSession session = lab.open(ApprovalDecision.decline())) {
        TurnResult bogus = run(session, TurnInput.of("a").effort("bogus"));
        if (has(MeasuredFact.ANY_EFFORT)) {
          assertEquals("one", bogus.finalText());
        } else {
          assertEquals(TurnError.Kind.REFUSED, bogus.error().kind());
          assertTrue(
              bogus.error().message().startsWith("Codex refused the setting effort=bogus: "),
              bogus.error().message());
        }
      }
      if (has(MeasuredFact.ANY_SERVICE_TIER)) {
        lab.codex.openSession(lab.options().serviceTier("slow").build()).close();
      } else {
        RefusedSettingException tier =
            assertThrows(
                RefusedSettingException.class,
                () -> lab.codex.openSession(lab.options().serviceTier("slow").build()));
        assertEquals("serviceTier", tier.setting());
        assertTrue(tier.getMessage().startsWith("Codex refused the setting serviceTier=slow: "));
      }
      RefusedSettingException provider =
          assertThrows(
              RefusedSettingException.class,
              () -> lab.codex.openSession(lab.options().modelProvider("nope").build()));
      assertEquals("modelProvider", provider.setting());
      RefusedSettingException config =
          assertThrows(
              RefusedSettingException.class,
              () ->
                  lab.codex.openSession(
                      lab.options().config("model_reasoning_summary", "loud").build()));
      assertEquals("config model_reasoning_summary", config.setting());
    }
  }

  @Test
  void a_running_turn_takes_parts_of_any_kind() throws Exception {
    ModelScript script =
        ModelScript.builder()
            .reply(
                Reply.of(OutputItem.chunks("one ", "two ", "three ", "four"))
                    .between(Duration.ofMillis(400)))
            .text("steered")
            .build();
    try (CodexLab lab = new CodexLab(workspace, script);
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      RecordingListener heard = new RecordingListener();
      Turn turn = session.startTurn(TurnInput.of("talk"), heard);
      await().until(() -> heard.deltas > 0);
      TurnInput more = TurnInput.of("look").image("data:image/png;base64," + PNG);
      assertThrows(IllegalArgumentException.class, () -> turn.steer(more.effort("low")));
      assertTrue(turn.steer(more).get(60, TimeUnit.SECONDS));
      assertEquals("steered", turn.result().get(60, TimeUnit.SECONDS).finalText());
      assertEquals(1, pictures(lab, 1).size());
      assertFalse(turn.steer(more).get(60, TimeUnit.SECONDS), "the turn is over");
    }
  }

  @Test
  void the_longest_input_that_we_let_through_is_taken() {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("read"));
        CodexSession session = lab.open(ApprovalDecision.decline())) {
      String longest = "é".repeat(TurnInput.MAX_CHARACTERS);
      TurnResult result = run(session, TurnInput.of(longest));
      assertEquals("read", result.finalText(), () -> result.error() + "");
    }
  }
}
