package dev.talaria.examples;

import static dev.talaria.approval.ApprovalMatch.commandPrefix;
import static dev.talaria.approval.ApprovalMatch.kind;
import static dev.talaria.approval.ApprovalMatch.mcpTool;
import static dev.talaria.approval.ApprovalMatch.pathsUnder;
import static dev.talaria.approval.ApprovalPolicy.allow;
import static dev.talaria.approval.ApprovalPolicy.allowForSession;
import static dev.talaria.approval.ApprovalPolicy.ask;
import static dev.talaria.approval.ApprovalPolicy.deny;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.talaria.approval.ApprovalKind;
import dev.talaria.approval.ApprovalPolicy;
import dev.talaria.codex.CodexOptions;
import dev.talaria.host.CodexPlugins;
import dev.talaria.host.CodexVerifier;
import dev.talaria.llm.ChatCalls;
import dev.talaria.llm.langchain4j.CodexChatModel;
import dev.talaria.llm.langchain4j.CodexStreamingChatModel;
import dev.talaria.llm.ratelimit.RateLimitGovernor;
import dev.talaria.llm.ratelimit.RateLimitSettings;
import dev.talaria.migration.HostConfig;
import dev.talaria.migration.MigrationOptions;
import dev.talaria.migration.MigrationReport;
import dev.talaria.migration.Migrator;
import dev.talaria.protocol.v2.AskForApproval;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.session.Codex;
import dev.talaria.session.SecurityMode;
import dev.talaria.session.SessionOptions;
import dev.talaria.tools.WorkerEnvironment;
import dev.talaria.viewer.SessionPage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What pages show of a program where the whole would not say more: compiled, not run. */
final class Parts {
  private Parts() {}

  static void policies(Path workspace, SessionOptions.Builder options) {
    ApprovalPolicy policy =
        ApprovalPolicy.of(
                allow(commandPrefix("git", "status")),
                allow(kind(ApprovalKind.FILE_CHANGE).and(pathsUnder(workspace))),
                allowForSession(mcpTool("todoist", "list_*")),
                deny(commandPrefix("rm")),
                ask(commandPrefix("git", "push")))
            .orElse(ApprovalPolicy.unattended());

    options.policy(policy).hostToolServers("talaria-tools");
  }

  static void permissions(SessionOptions.Builder options) {
    options.permissionProfile(":workspace").approvalPolicy(AskForApproval.Name.ON_REQUEST);
    options.securityMode(SecurityMode.of("auto")); // the same in a host's words
    options.sandbox(SandboxMode.WORKSPACE_WRITE); // without profiles
  }

  static MigrationReport migration(CodexOptions codexOptions, Path codexHome, Path hostYaml) {
    MigrationOptions options =
        MigrationOptions.builder(codexHome)
            .plugins(CodexPlugins.of(codexOptions))
            .verifier(CodexVerifier.of(codexOptions))
            .build();
    MigrationReport report = new Migrator(options).migrate(HostConfig.read(hostYaml));
    return report;
  }

  static List<Object> chatModels(Codex codex, Path workspace) {
    ChatCalls calls =
        ChatCalls.on(codex)
            .model("gpt-5.4") // else what model/list marks as the default
            .cwd(workspace) // where the model may look around, read-only
            .timeout(Duration.ofMinutes(5)) // per reply; 10 minutes if not set
            .heldFor(
                Duration.ofMinutes(
                    2)) // how long a turn waits for results of tools; 10 minutes if not set
            .maxHeld(200) // how many turns may wait; 64 if not set
            .build();
    ChatModel model = new CodexChatModel(calls);
    StreamingChatModel streaming = new CodexStreamingChatModel(calls);
    return List.of(model, streaming);
  }

  static ChatModel governed(Codex codex) {
    RateLimitGovernor governor = RateLimitGovernor.of(RateLimitSettings.defaults(), 4);
    ChatModel model = new CodexChatModel(ChatCalls.on(codex).governor(governor).build());
    return model;
  }

  static void worker(
      Path board, SessionOptions.Builder sessionOptions, CodexOptions.Builder codexOptions) {
    WorkerEnvironment card =
        new WorkerEnvironment("hermes-tools", Map.of("HERMES_KANBAN_TASK", "T-17"), List.of(board));
    card.configure(sessionOptions); // this session; or
    card.configure(
        codexOptions); // every session, as -c mcp_servers.hermes-tools.env.HERMES_KANBAN_TASK=…
  }

  static SessionPage.Report pages(Codex codex, String threadId) throws IOException {
    SessionPage.Report report = SessionPage.write(Path.of("bug.jsonl"), Path.of("bug.html"));
    SessionPage.write(codex.threads(), threadId, Path.of("thread.html"));
    return report;
  }
}
