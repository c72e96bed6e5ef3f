package dev.talaria.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.codex.CodexVersion;
import dev.talaria.protocol.v2.AskForApproval;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.session.thread.BuiltInProfile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A host's words become a profile and an approval policy, and wrong options are refused. */
class SecurityModeTest {

  private static void is(String word, String profile, AskForApproval policy) {
    SecurityMode mode = SecurityMode.of(word);
    assertEquals(profile, mode.permissionProfile());
    assertEquals(policy, mode.approvalPolicy());
    assertTrue(mode.words().contains(word));
    SessionOptions options = SessionOptions.builder().securityMode(mode).build();
    assertEquals(profile, options.permissionProfile());
    assertEquals(policy, options.params().approvalPolicy().orElseThrow());
    assertFalse(options.params().json().has("sandbox"));
  }

  @Test
  void every_word_has_its_profile_and_policy() {
    is("auto", ":workspace", AskForApproval.Name.ON_REQUEST);
    is("approval-required", ":read-only", AskForApproval.Name.ON_REQUEST);
    is("unrestricted", ":danger-full-access", AskForApproval.Name.NEVER);
    is("yolo", ":danger-full-access", AskForApproval.Name.NEVER);
  }

  @Test
  void an_unknown_word_is_refused_with_the_known_ones() {
    for (String word : List.of("Auto", "", " auto", "full")) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> SecurityMode.of(word));
      assertEquals(
          "no security mode is called '"
              + word
              + "'; there are auto, approval-required, unrestricted, yolo",
          e.getMessage());
    }
  }

  @Test
  void a_policy_that_is_set_later_replaces_the_modes() {
    SessionOptions options =
        SessionOptions.builder()
            .securityMode(SecurityMode.AUTO)
            .approvalPolicy(AskForApproval.Name.UNTRUSTED)
            .build();
    assertEquals(AskForApproval.Name.UNTRUSTED, options.params().approvalPolicy().orElseThrow());
  }

  @Test
  void a_sandbox_and_a_profile_exclude_each_other() {
    SessionOptions.Builder both =
        SessionOptions.builder().sandbox(SandboxMode.READ_ONLY).securityMode(SecurityMode.AUTO);
    String message = assertThrows(IllegalArgumentException.class, both::build).getMessage();
    assertTrue(message.contains("'read-only'") && message.contains("':workspace'"), message);
    assertNull(both.permissionProfile(null).build().permissionProfile());
    assertThrows(IllegalArgumentException.class, () -> both.permissionProfile(" "));
  }

  private static CodexVersion codex(String version) {
    return CodexVersion.parse(version).orElseThrow();
  }

  @Test
  void the_profile_without_a_sandbox_has_the_versions_name() {
    for (String id : List.of(":danger-full-access", ":danger-no-sandbox")) {
      BuiltInProfile profile = BuiltInProfile.of(id).orElseThrow();
      assertEquals(":danger-no-sandbox", profile.idIn(codex("0.130.0")));
      assertEquals(":danger-full-access", profile.idIn(codex("0.131.0")));
      assertEquals(":danger-full-access", profile.idIn(codex("0.169.0")));
      assertEquals(":danger-full-access", profile.idIn(codex("0.900.0")));
      assertEquals(SandboxMode.DANGER_FULL_ACCESS, profile.sandbox());
    }
    assertFalse(BuiltInProfile.of("workspace").isPresent());
  }
}
