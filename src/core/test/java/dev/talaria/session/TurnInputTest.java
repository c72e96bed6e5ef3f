package dev.talaria.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.protocol.InputPart;
import dev.talaria.protocol.v2.ReasoningSummary;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.protocol.v2.SandboxPolicy;
import dev.talaria.protocol.wire.WireJson;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurnInputTest {

  private static final SessionOptions PLAIN = SessionOptions.builder().build();

  private static String sent(TurnInput input, SessionOptions session) {
    return WireJson.mapper().valueToTree(input.params("t", session)).toString();
  }

  @Test
  void what_is_not_set_is_not_sent() {
    assertEquals(
        "{\"threadId\":\"t\",\"input\":[{\"type\":\"text\",\"text\":\"hi\"}]}",
        sent(TurnInput.of("hi"), PLAIN));
  }

  @Test
  void parts_stay_what_they_are_and_in_their_order() {
    TurnInput input =
        TurnInput.of("hi")
            .image(Path.of("/a.png"))
            .image("data:image/png;base64,AA==")
            .skill("greet", Path.of("/s/SKILL.md"))
            .mention("mail", "app://mail");
    assertEquals(
        List.of(
            new InputPart.Text("hi"),
            new InputPart.LocalImage("/a.png"),
            new InputPart.Image("data:image/png;base64,AA=="),
            new InputPart.Skill("greet", "/s/SKILL.md"),
            new InputPart.Mention("mail", "app://mail")),
        input.parts());
    assertTrue(
        sent(input, PLAIN)
            .endsWith("{\"type\":\"mention\",\"name\":\"mail\",\"path\":\"app://mail\"}]}"));
  }

  @Test
  void the_turn_s_setting_wins_over_the_session_s() {
    SessionOptions session =
        SessionOptions.builder().effort("low").summary(ReasoningSummary.NONE).build();
    assertTrue(
        sent(TurnInput.of("hi"), session).endsWith("\"effort\":\"low\",\"summary\":\"none\"}"));
    TurnInput own = TurnInput.of("hi").effort("high").summary(ReasoningSummary.AUTO);
    assertTrue(sent(own, session).endsWith("\"effort\":\"high\",\"summary\":\"auto\"}"));
  }

  @Test
  void sandbox_and_profile_replace_each_other() {
    TurnInput both =
        TurnInput.of("hi").permissionProfile(":workspace").sandbox(SandboxMode.WORKSPACE_WRITE);
    assertEquals(null, both.permissionProfile());
    assertTrue(sent(both, PLAIN).endsWith("\"sandboxPolicy\":{\"type\":\"workspaceWrite\"}}"));
    TurnInput profile = both.permissionProfile(":read-only");
    assertEquals(":read-only", profile.permissionProfile());
    assertFalse(sent(profile, PLAIN).contains("sandboxPolicy"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a.png", "data:", "data:text/plain,x", "data:image/png", "ftp://a/b"})
  void what_is_no_url_of_a_picture_is_refused_by_name(String url) {
    TurnInput input = TurnInput.of("hi");
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> input.image(url));
    assertTrue(refusal.getMessage().startsWith("image: expected data:image/"));
  }

  @Test
  void too_long_and_empty_inputs_are_misuse() {
    String longest = "\uD83D\uDE00".repeat(TurnInput.MAX_CHARACTERS);
    TurnInput full = TurnInput.of(longest);
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> full.text("!"));
    assertEquals(
        "the input has 1048577 characters, and Codex takes at most 1048576", refusal.getMessage());
    assertThrows(IllegalArgumentException.class, () -> TurnInput.of(" "));
    assertThrows(IllegalArgumentException.class, () -> TurnInput.of(List.of()));
  }

  @Test
  void directories_and_roots_are_checked_before_they_are_sent() {
    TurnInput input = TurnInput.of("hi");
    assertThrows(IllegalArgumentException.class, () -> input.cwd(Path.of("/no/such/folder")));
    assertThrows(IllegalArgumentException.class, () -> input.permissionProfile(" "));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            TurnInput.of("hi")
                .sandbox(SandboxPolicy.WorkspaceWrite.of().writableRoots(List.of("relative"))));
    assertThrows(IllegalArgumentException.class, () -> ThreadQuery.all().limit(0));
  }

  @Test
  void a_key_is_sent_with_the_prompt() {
    TurnInput input = TurnInput.of("hi").once("order-42");
    assertTrue(sent(input, PLAIN).endsWith("\"clientUserMessageId\":\"order-42\"}"));
    assertTrue(input.isOnce());
    assertFalse(input.key("order-42").isOnce());
    assertThrows(IllegalArgumentException.class, () -> input.key(" "));
    assertThrows(IllegalArgumentException.class, () -> input.once(""));
  }
}
