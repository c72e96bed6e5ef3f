package dev.talaria.session.lab;

import dev.talaria.approval.ApprovalDecision;
import dev.talaria.approval.ApprovalHandler;
import dev.talaria.approval.ApprovalOutcome;
import dev.talaria.approval.ApprovalRequest;
import dev.talaria.codex.CodexOptions;
import dev.talaria.codex.CodexVersion;
import dev.talaria.codex.MeasuredFact;
import dev.talaria.fixtures.PinnedCodex;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelScript;
import dev.talaria.fixtures.model.ScriptedMcpServer;
import dev.talaria.fixtures.model.ScriptedModel;
import dev.talaria.protocol.v2.AskForApproval;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.session.Codex;
import dev.talaria.session.CodexSession;
import dev.talaria.session.SessionOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The real Codex with a scripted model, in a workspace of the test's.
 *
 * <p>A Codex of its own for each test, unless the class is a {@link OneCodex}: then the labs
 * without a configuration of their own have the same Codex, home and model one after the other.
 */
public final class CodexLab implements AutoCloseable {

  public final ScriptedModel model;
  public final ScratchCodexHome home;
  public final Codex codex;
  public final List<ApprovalRequest> asked = new CopyOnWriteArrayList<>();
  public final List<ApprovalOutcome> outcomes = new CopyOnWriteArrayList<>();
  private final Path workspace;
  private final boolean shared;

  public CodexLab(Path workspace, ModelScript script) {
    this(workspace, OneCodex.ofTheClass().orElse(null), script);
  }

  /** On the Codex of another lab, as if it had just been started; on its own without one. */
  private CodexLab(Path workspace, CodexLab other, ModelScript script) {
    try {
      this.workspace = workspace.toRealPath();
      shared = other != null;
      model = shared ? other.model : ScriptedModel.start(script);
      home = shared ? other.home : ScratchCodexHome.builder(model.baseUrl()).create();
      codex = shared ? other.codex : launch();
      if (shared) {
        model.restart(script);
        codex.ensureRunning();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public CodexLab(
      Path workspace, ModelScript script, UnaryOperator<ScratchCodexHome.Builder> config) {
    try {
      this.workspace = workspace.toRealPath();
      shared = false;
      model = ScriptedModel.start(script);
      home = config.apply(ScratchCodexHome.builder(model.baseUrl())).create();
      codex = launch();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One more Codex on the same home; the caller closes it. */
  public Codex launch() {
    return Codex.launch(launchOptions().build());
  }

  public CodexOptions.Builder launchOptions() {
    return CodexOptions.builder()
        .executable(executable())
        .codexHome(home.path())
        .environment(home.isolatedEnvironment());
  }

  /** The Codex under test: the pinned one, or the one that the version matrix is at. */
  public static Path executable() {
    try {
      return PinnedCodex.selected().executable();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The version of the Codex under test. */
  public static CodexVersion version() {
    return CodexVersion.parse(PinnedCodex.selectedVersion()).orElseThrow();
  }

  /** Whether the Codex under test is the pinned one. */
  public static boolean selectedIsPinned() {
    return PinnedCodex.selectedVersion().equals(PinnedCodex.pinnedVersion());
  }

  /** The namespace of the MCP server's tools, as the model has to name it. */
  public static String mcpNamespace() {
    return MeasuredFact.MCP_TOOLS_BEHIND_SEARCH.isIn(version()) ? "mcp__srv" : "mcp__srv__";
  }

  public static ScratchCodexHome.Builder withMcpServer(ScratchCodexHome.Builder config) {
    List<String> server = ScriptedMcpServer.commandLine();
    return config.mcpServer(
        "srv",
        Map.of(
            "command", server.get(0), "args", server.subList(1, server.size()), "required", true));
  }

  /** Options for a read-only session in the workspace. */
  public SessionOptions.Builder options() {
    return SessionOptions.builder()
        .cwd(workspace)
        .sandbox(SandboxMode.READ_ONLY)
        .approvalPolicy(AskForApproval.Name.ON_REQUEST)
        .audit(outcomes::add)
        .turnTimeout(Duration.ofSeconds(60));
  }

  /** A handler that remembers what it was asked and answers always the same. */
  public ApprovalHandler answering(ApprovalDecision decision) {
    return ApprovalHandler.of(
        request -> {
          asked.add(request);
          return decision;
        });
  }

  /** The Codex processes that this JVM has started; the tests of a class run one by one. */
  public static List<ProcessHandle> children() {
    return ProcessHandle.current()
        .children()
        .filter(process -> process.info().command().orElse("").endsWith("codex"))
        .toList();
  }

  public CodexSession open(ApprovalDecision decision) {
    return codex.openSession(options().approvals(answering(decision)).build());
  }

  @Override
  public void close() {
    String log = codex.stderrTail(500);
    if (!shared) {
      codex.close();
      model.close();
      try {
        home.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    if (log.contains("failed to deserialize")) {
      throw new AssertionError("Codex could not read an answer of ours: " + log);
    }
  }

  /** Leaves the rollout as a kill between two of its lines does. */
  public static void cutAfterPrompt(Path home, String prompt) throws IOException {
    try (Stream<Path> files = Files.walk(home.resolve("sessions"))) {
      Path rollout =
          files.filter(file -> file.toString().endsWith(".jsonl")).findFirst().orElseThrow();
      List<String> lines = Files.readAllLines(rollout);
      int end = 0;
      while (!lines.get(end).contains("\"response_item\"") || !lines.get(end).contains(prompt)) {
        end++;
      }
      Files.writeString(rollout, String.join("\n", lines.subList(0, end + 1)) + "\n");
    }
    // 0.169.0 has another copy of the items there, and makes it anew from the rollout.
    try (Stream<Path> files = Files.list(home)) {
      for (Path file : files.filter(file -> file.toString().contains(".sqlite")).toList()) {
        Files.delete(file);
      }
    }
  }
}
