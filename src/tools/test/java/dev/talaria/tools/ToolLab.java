package dev.talaria.tools;

import dev.talaria.approval.ApprovalOutcome;
import dev.talaria.codex.CodexOptions;
import dev.talaria.codex.CodexVersion;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.protocol.v2.AskForApproval;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.session.SessionOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** The real Codex with a scripted model, for sessions with tools of the host. */
public final class ToolLab implements AutoCloseable {

  /** The MCP server's name in these tests. */
  public static final String SERVER = "hosttools";

  public final ScriptedModel model;
  public final ScratchCodexHome home;
  public final List<ApprovalOutcome> outcomes = new CopyOnWriteArrayList<>();
  private final Path workspace;

  public ToolLab(Path workspace, ModelScript script) throws IOException {
    this(workspace, script, config -> config);
  }

  public ToolLab(Path workspace, ModelScript script, UnaryOperator<ScratchCodexHome.Builder> config)
      throws IOException {
    this.workspace = workspace.toRealPath();
    model = ScriptedModel.start(script);
    home = config.apply(ScratchCodexHome.builder(model.baseUrl())).create();
  }

  /** {@code talaria tools-mcp} of this build, with the tests' provider on its class path. */
  public static List<String> toolsMcp(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.talaria.cli.Talaria",
                "tools-mcp"));
    command.addAll(Arrays.asList(arguments));
    return command;
  }

  /** How the model names the namespace of the server's tools. */
  public static String namespace() {
    CodexVersion version = CodexVersion.parse(PinnedCodex.selectedVersion()).orElseThrow();
    return version.isAtLeast(new CodexVersion(0, 169, 0))
        ? "mcp__" + SERVER
        : "mcp__" + SERVER + "__";
  }

  public CodexOptions.Builder codex() throws Exception {
    return CodexOptions.builder()
        .executable(PinnedCodex.selected().executable())
        .codexHome(home.path())
        .environment(home.isolatedEnvironment());
  }

  public SessionOptions.Builder session() {
    return SessionOptions.builder()
        .cwd(workspace)
        .sandbox(SandboxMode.READ_ONLY)
        .approvalPolicy(AskForApproval.Name.ON_REQUEST)
        .audit(outcomes::add)
        .turnTimeout(Duration.ofSeconds(60));
  }

  /** What the model was told that a call of its gave. */
  public String told(int request, String call) {
    return model.requests().get(request).outputOf(call).orElseThrow();
  }

  @Override
  public void close() throws IOException {
    model.close();
    home.close();
  }
}
