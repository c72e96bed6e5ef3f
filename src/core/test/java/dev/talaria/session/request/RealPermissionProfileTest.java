package dev.talaria.session.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.talaria.approval.ApprovalDecision;
import dev.talaria.codex.CodexCapability;
import dev.talaria.codex.CodexOptions;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.OutputItem;
import dev.talaria.protocol.v2.AskForApproval;
import dev.talaria.rpc.RpcException;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.PermissionProfileException;
import dev.talaria.session.RefusedSettingException;
import dev.talaria.session.SecurityMode;
import dev.talaria.session.SessionOptions;
import dev.talaria.session.lab.CodexLab;
import dev.talaria.session.lab.NoTemporaryFolder;
import dev.talaria.session.lab.OneCodex;
import dev.talaria.session.result.TurnStatus;
import dev.talaria.session.thread.BuiltInProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a command may really write under each permission profile, and what a refused one says. */
@Timeout(120)
@ExtendWith(OneCodex.class)
class RealPermissionProfileTest {

  private static final boolean PROFILES =
      CodexCapability.BUILT_IN_PROFILES.isIn(CodexLab.version());
  private static final boolean LISTS =
      CodexCapability.PERMISSION_PROFILE_LIST.isIn(CodexLab.version());

  /** Between 0.130.0 and 0.153.4 the former name of the roots is ignored in silence. */
  private static final String OWN_PROFILE =
      """
      [permissions.team.filesystem]
      ":root" = "read"
      "%s" = { "." = "read", "out" = "write" }
      """
          .formatted(
              CodexCapability.RUNTIME_WORKSPACE_ROOTS.isIn(CodexLab.version())
                  ? ":workspace_roots"
                  : ":project_roots");

  /** No temporary directory: a sandbox that writes in the workspace may write there, too. */
  private Path folder;

  private Path workspace;

  @BeforeEach
  void makeTheWorkspace(@TempDir(factory = NoTemporaryFolder.class) Path made) throws IOException {
    folder = made;
    workspace = Files.createDirectories(folder.resolve("workspace/out")).getParent();
  }

  /** One command that tries three files; it never asks. */
  private ModelScript writes() {
    String command =
        "touch inside.txt; touch out/inside.txt; touch '"
            + folder.resolve("outside.txt")
            + "'; sleep 0.3; echo tried";
    return ModelScript.builder()
        .reply(OutputItem.call("exec_command", Map.of("cmd", command)))
        .text("done")
        .build();
  }

  private SessionOptions.Builder options(CodexLab lab) {
    return lab.options().sandbox(null);
  }

  private void run(CodexLab lab, Codex codex, SessionOptions options) {
    try (CodexSession session = codex.openSession(options)) {
      assertEquals(TurnStatus.COMPLETED, session.runTurn("go").status());
      String seen = lab.model.requests().get(1).outputOf("call_1_1").orElseThrow();
      assertTrue(seen.contains("tried"), seen);
    }
  }

  private void wrote(boolean inside, boolean below, boolean outside) {
    assertEquals(inside, Files.exists(workspace.resolve("inside.txt")), "inside");
    assertEquals(below, Files.exists(workspace.resolve("out/inside.txt")), "below");
    assertEquals(outside, Files.exists(folder.resolve("outside.txt")), "outside");
  }

  private void run(String profile, UnaryOperator<ScratchCodexHome.Builder> config) {
    try (CodexLab lab = new CodexLab(workspace, writes(), config)) {
      run(lab, lab.codex, options(lab).permissionProfile(profile).build());
    }
  }

  private void run(String profile) {
    run(profile, config -> config);
  }

  @Test
  void read_only_writes_nothing() {
    run(":read-only");
    wrote(false, false, false);
  }

  @Test
  void workspace_writes_in_the_workspace_only() {
    run(":workspace");
    wrote(true, true, false);
  }

  @Test
  void danger_full_access_writes_everywhere() {
    run(":danger-full-access");
    wrote(true, true, true);
  }

  @Test
  void danger_no_sandbox_is_the_same_on_every_version() {
    run(":danger-no-sandbox");
    wrote(true, true, true);
  }

  @Test
  void a_profile_beats_the_sandbox_of_the_configuration() {
    run(":workspace", config -> config.rootKey("sandbox_mode", "danger-full-access"));
    wrote(true, true, false);
  }

  @Test
  void the_security_modes_have_their_sandbox() {
    for (SecurityMode mode : SecurityMode.values()) {
      try (CodexLab lab = new CodexLab(workspace, writes())) {
        run(lab, lab.codex, options(lab).securityMode(mode).build());
      }
      boolean all = mode == SecurityMode.UNRESTRICTED;
      boolean some = all || mode == SecurityMode.AUTO;
      wrote(some, some, all);
      deleteAll();
    }
  }

  private void deleteAll() {
    for (String name : new String[] {"workspace/inside.txt", "workspace/out/inside.txt"}) {
      folder.resolve(name).toFile().delete();
    }
  }

  @Test
  void only_a_mode_without_limits_never_asks() {
    ModelScript escalates =
        ModelScript.builder()
            .reply(
                OutputItem.call(
                    "exec_command",
                    Map.of(
                        "cmd", "touch made.txt && sleep 0.3",
                        "sandbox_permissions", "require_escalated",
                        "justification", "May I?")))
            .text("done")
            .build();
    for (SecurityMode mode : SecurityMode.values()) {
      try (CodexLab lab = new CodexLab(workspace, escalates)) {
        SessionOptions.Builder options =
            options(lab).securityMode(mode).approvals(lab.answering(ApprovalDecision.decline()));
        try (CodexSession session = lab.codex.openSession(options.build())) {
          assertEquals(TurnStatus.COMPLETED, session.runTurn("go").status());
        }
        boolean asks = mode.approvalPolicy() == AskForApproval.Name.ON_REQUEST;
        assertEquals(asks ? 1 : 0, lab.asked.size(), mode.name());
        assertFalse(Files.exists(workspace.resolve("made.txt")), mode.name());
      }
    }
  }

  private PermissionProfileException refused(
      String profile, UnaryOperator<ScratchCodexHome.Builder> config) {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("x"), config)) {
      SessionOptions options = options(lab).permissionProfile(profile).build();
      PermissionProfileException e =
          assertThrows(
              PermissionProfileException.class, () -> lab.codex.openSession(options).close());
      assertEquals(profile, e.profile());
      return e;
    }
  }

  private static ScratchCodexHome.Builder withOwnProfile(ScratchCodexHome.Builder config) {
    return config.rootKey("default_permissions", "team").table(OWN_PROFILE);
  }

  @Test
  void a_profile_of_the_users_own_holds_as_it_is_written() {
    if (PROFILES) {
      run("team", RealPermissionProfileTest::withOwnProfile);
      wrote(false, true, false);
    } else {
      String message = refused("team", RealPermissionProfileTest::withOwnProfile).getMessage();
      assertEquals(
          "the permission profile 'team' needs Codex 0.128.0 or newer, and this is "
              + PinnedCodex.selectedVersion()
              + "; here only these work, as sandbox modes: :read-only, :workspace,"
              + " :danger-full-access",
          message);
    }
  }

  @Test
  void a_profile_that_is_not_defined_is_refused_with_the_way_to_define_it() {
    String message = refused("ci", config -> config).getMessage();
    assertTrue(message.contains("'ci'"), message);
    if (PROFILES) {
      assertTrue(
          message.startsWith("Codex " + PinnedCodex.selectedVersion() + " refused"), message);
      assertTrue(message.contains("requires a `[permissions]` table"), message);
      assertTrue(message.contains("define [permissions.ci] in config.toml"), message);
    }
  }

  @Test
  void the_profiles_that_work_are_named_when_another_is_refused() {
    if (PROFILES) {
      PermissionProfileException e = refused("a b", RealPermissionProfileTest::withOwnProfile);
      String end =
          "define [permissions.\"a b\"] in config.toml, or use one of :read-only, :workspace, "
              + (LISTS ? ":danger-full-access, team" : ":danger-no-sandbox");
      assertTrue(e.getMessage().contains("undefined profile"), e.getMessage());
      assertTrue(e.getMessage().endsWith(end), e.getMessage());
      assertInstanceOf(RpcException.class, e.getCause());
      assertEquals(0, e.getSuppressed().length);
    }
  }

  @Test
  void a_built_in_profile_that_is_not_there_cannot_be_defined() {
    String message = refused(":nope", config -> config).getMessage();
    assertFalse(message.contains("define"), message);
    assertTrue(message.contains(":read-only, :workspace, :danger-"), message);
  }

  @Test
  void another_refusal_is_not_taken_for_one_of_the_profile() {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("x"))) {
      SessionOptions options =
          options(lab).permissionProfile(":workspace").modelProvider("nobody").build();
      RefusedSettingException e =
          assertThrows(RefusedSettingException.class, () -> lab.codex.openSession(options).close());
      assertTrue(e.getMessage().contains("modelProvider=nobody"), e.getMessage());
    }
  }

  @Test
  void codex_names_the_profile_that_a_thread_is_under() {
    try (CodexLab lab = new CodexLab(workspace, ModelScript.texts("x"))) {
      ProfileNames names = new ProfileNames(lab);
      assertEquals(PROFILES ? ":workspace" : "", names.active(BuiltInProfile.WORKSPACE));
      String full = PROFILES ? BuiltInProfile.FULL_ACCESS.idIn(CodexLab.version()) : "";
      assertEquals(full, names.active(BuiltInProfile.FULL_ACCESS));
    }
  }

  /** Starts threads by hand and reads the profile that Codex says they are under. */
  private record ProfileNames(CodexLab lab) {
    String active(BuiltInProfile profile) {
      String id = profile.idIn(CodexLab.version());
      Object permissions =
          CodexCapability.PERMISSIONS_BY_ID.isIn(CodexLab.version())
              ? id
              : Map.of("type", "profile", "id", id);
      return lab.codex
          .call(
              "thread/start",
              Map.of("permissions", permissions),
              JsonNode.class,
              Duration.ofSeconds(20))
          .at("/activePermissionProfile/id")
          .asText();
    }
  }

  @Test
  void without_the_experimental_api_the_built_in_ones_are_sandbox_modes() {
    try (CodexLab lab = new CodexLab(workspace, writes());
        Codex stable =
            Codex.launch(
                CodexOptions.builder()
                    .executable(CodexLab.executable())
                    .codexHome(lab.home.path())
                    .environment(lab.home.isolatedEnvironment())
                    .experimentalApi(false)
                    .build())) {
      run(lab, stable, options(lab).permissionProfile(":workspace").build());
      wrote(true, true, false);
      SessionOptions own = options(lab).permissionProfile("team").build();
      String message =
          assertThrows(PermissionProfileException.class, () -> stable.openSession(own).close())
              .getMessage();
      String need = PROFILES ? "experimentalApi(true)" : "Codex 0.128.0 or newer";
      assertTrue(message.contains(need), message);
    }
  }
}
