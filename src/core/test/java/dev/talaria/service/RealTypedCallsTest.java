package dev.talaria.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.talaria.protocol.Method;
import dev.talaria.protocol.v2.*;
import dev.talaria.rpc.RpcException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Methods of all families, by their constants, on the real Codex. */
@Timeout(120)
class RealTypedCallsTest {

  @TempDir Path workspace;

  private final Set<String> called = new TreeSet<>();
  private ServiceLab lab;

  private <P, R> R call(Method<P, R> method, P params) {
    R result = lab.codex.call(method, params);
    called.add(method.name());
    return result;
  }

  @Test
  void methods_of_all_families_answer_in_their_types() throws Exception {
    try (ServiceLab started = ServiceLab.start()) {
      lab = started;
      threads();
      projects_and_sections();
      the_rest();
      Set<String> families =
          called.stream().map(name -> name.split("/")[0]).collect(Collectors.toSet());
      assertTrue(called.size() >= 45, () -> called.size() + " " + called);
      assertTrue(families.size() >= 20, () -> families.size() + " " + families);
    }
  }

  private void threads() throws Exception {
    ThreadStartResponse started =
        call(Methods.THREAD_START, ThreadStartParams.of().cwd(workspace.toRealPath().toString()));
    assertEquals(workspace.toRealPath().toString(), started.cwd());
    String id = started.thread().id();
    CompletableFuture<TurnCompletedNotification> end =
        lab.codex.next(Notifications.TURN_COMPLETED, told -> told.threadId().equals(id));
    TurnStartResponse turn =
        call(Methods.TURN_START, TurnStartParams.of(List.of(UserInput.Text.of("go")), id));
    TurnCompletedNotification ended = end.get(60, TimeUnit.SECONDS);
    assertEquals(turn.turn().id(), ended.turn().id());
    assertEquals(CodexTurnStatus.COMPLETED, ended.turn().status());
    call(Methods.THREAD_NAME_SET, ThreadSetNameParams.of("birds", id));
    assertEquals(
        Optional.of("birds"), call(Methods.THREAD_READ, ThreadReadParams.of(id)).thread().name());
    assertEquals(List.of(id), call(Methods.THREAD_LOADED_LIST, ThreadLoadedListParams.of()).data());
    assertEquals(id, call(Methods.THREAD_LIST, ThreadListParams.of()).data().get(0).id());
    assertEquals(
        ended.turn().id(),
        call(Methods.THREAD_TURNS_LIST, ThreadTurnsListParams.of(id)).data().get(0).id());
    assertFalse(call(Methods.THREAD_GOAL_GET, ThreadGoalGetParams.of(id)).goal().isPresent());
    assertEquals(List.of(), call(Methods.THREAD_QUEUE_LIST, ThreadQueueListParams.of(id)).data());
    String copy = call(Methods.THREAD_FORK, ThreadForkParams.of(id)).thread().id();
    call(Methods.THREAD_ARCHIVE, ThreadArchiveParams.of(copy));
    call(Methods.THREAD_UNARCHIVE, ThreadUnarchiveParams.of(copy));
    call(Methods.THREAD_DELETE, ThreadDeleteParams.of(copy));
    assertThrows(RpcException.class, () -> call(Methods.THREAD_READ, ThreadReadParams.of(copy)));
    call(Methods.THREAD_UNSUBSCRIBE, ThreadUnsubscribeParams.of(id));
  }

  private void projects_and_sections() throws Exception {
    String project =
        call(
                Methods.PROJECT_CREATE,
                ProjectCreateParams.of(
                    "key-1", "birds", List.of(ProjectRoot.of(workspace.toRealPath().toString()))))
            .project()
            .id();
    assertEquals(
        "birds", call(Methods.PROJECT_READ, ProjectReadParams.of(project)).project().name());
    assertEquals(1, call(Methods.PROJECT_LIST, ProjectListParams.of()).data().size());
    call(Methods.PROJECT_DELETE, ProjectDeleteParams.of(project));
    String section =
        call(Methods.THREAD_SECTION_CREATE, ThreadSectionCreateParams.of("herons")).section().id();
    assertTrue(
        call(Methods.THREAD_SECTION_LIST, ThreadSectionListParams.of()).data().stream()
            .anyMatch(found -> found.id().equals(section) && found.name().equals("herons")));
    call(Methods.THREAD_SECTION_DELETE, ThreadSectionDeleteParams.of(section));
  }

  private void the_rest() throws Exception {
    String directory = workspace.toRealPath().toString();
    call(Methods.ACCOUNT_READ, GetAccountParams.of());
    call(Methods.ACCOUNT_LOGIN_START, LoginAccountParams.ApiKey.of("sk-loopback"));
    call(Methods.ACCOUNT_LOGOUT, null);
    assertFalse(call(Methods.MODEL_LIST, ModelListParams.of()).data().isEmpty());
    call(Methods.MODEL_PROVIDER_LIST, ModelProviderListParams.of());
    call(Methods.MODEL_PROVIDER_CAPABILITIES_READ, ModelProviderCapabilitiesReadParams.of());
    call(Methods.PERMISSION_PROFILE_LIST, PermissionProfileListParams.of());
    call(Methods.COLLABORATION_MODE_LIST, CollaborationModeListParams.of());
    call(Methods.EXPERIMENTAL_FEATURE_LIST, ExperimentalFeatureListParams.of());
    call(Methods.CONFIG_READ, ConfigReadParams.of());
    call(Methods.CONFIG_REQUIREMENTS_READ, null);
    call(Methods.CONFIG_MCP_SERVER_RELOAD, null);
    call(Methods.MCP_SERVER_STATUS_LIST, ListMcpServerStatusParams.of());
    call(Methods.SKILLS_LIST, SkillsListParams.of());
    call(Methods.HOOKS_LIST, HooksListParams.of());
    call(Methods.PLUGIN_LIST, PluginListParams.of());
    call(Methods.APP_LIST, AppsListParams.of());
    assertEquals(
        "hi\n",
        call(Methods.COMMAND_EXEC, CommandExecParams.of(List.of("echo", "hi")).cwd(directory))
            .stdout());
    call(Methods.PROCESS_SPAWN, ProcessSpawnParams.of(List.of("sleep", "600"), directory, "p"));
    call(Methods.PROCESS_KILL, ProcessKillParams.of("p"));
    call(Methods.FS_WRITE_FILE, FsWriteFileParams.of("aGk=", directory + "/heron"));
    assertEquals(
        "aGk=", call(Methods.FS_READ_FILE, FsReadFileParams.of(directory + "/heron")).dataBase64());
    call(Methods.FS_READ_DIRECTORY, FsReadDirectoryParams.of(directory));
    call(Methods.FS_GET_METADATA, FsGetMetadataParams.of(directory));
    assertEquals(
        "heron",
        call(Methods.FUZZY_FILE_SEARCH, FuzzyFileSearchParams.of("her", List.of(directory)))
            .files()
            .get(0)
            .fileName());
    call(Methods.MEMORY_STATUS, MemoryStatusParams.of());
    call(Methods.REMOTE_CONTROL_STATUS_READ, null);
    call(Methods.EXTERNAL_AGENT_CONFIG_DETECT, ExternalAgentConfigDetectParams.of());
    assertNotNull(call(Methods.SERVER_DIAGNOSTICS, ServerDiagnosticsParams.of()).process());
    call(Methods.WINDOWS_SANDBOX_READINESS, null);
    call(Methods.THREAD_REALTIME_LIST_VOICES, ThreadRealtimeListVoicesParams.of());
  }
}
