package dev.talaria.bench.lab;

import dev.talaria.codex.CodexOptions;
import dev.talaria.codex.process.ScratchFolder;
import dev.talaria.fixtures.ScratchCodexHome;
import dev.talaria.fixtures.model.ModelProcess;
import dev.talaria.protocol.v2.SandboxMode;
import dev.talaria.session.SessionOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The real Codex with a scripted model, a home and a workspace of the benchmark's own. The model is
 * in a process of its own, which no figure counts.
 *
 * <p>Any number of children may run on it at a time; {@link #close} removes the folders.
 */
public final class BenchCodex implements AutoCloseable {

  /** The model of every turn and call, every client that asks. */
  public static final String MODEL = "gpt-5.5";

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path executable;
  private final ModelProcess model;
  private final ScratchCodexHome home;
  private final ScratchFolder workspace;
  private final Queue<ScratchCodexHome> others = new ConcurrentLinkedQueue<>();

  /**
   * Starts the model.
   *
   * @param script as {@link BenchScript} writes it
   */
  public BenchCodex(Path executable, String script) throws IOException {
    this.executable = executable;
    model = ModelProcess.start(script);
    home = newHome();
    workspace = ScratchFolder.create("talaria-bench-");
  }

  private ScratchCodexHome newHome() throws IOException {
    return ScratchCodexHome.builder(model.baseUrl()).model(MODEL).create();
  }

  public Path workspace() {
    return workspace.path();
  }

  /** What Codex's processes and their children have used of the processors, in nanoseconds. */
  public long processorNanos() throws IOException {
    long living =
        ProcessHandle.current()
            .descendants()
            .filter(child -> !child.equals(model.process()))
            .mapToLong(child -> child.info().totalCpuDuration().orElse(Duration.ZERO).toNanos())
            .sum();
    return living + ExternalRun.endedNanos();
  }

  /** Starts Codex the way that Talaria does. */
  public CodexOptions options() {
    return options(home);
  }

  /** The same in another home, on the same model: children in one home wait for each other. */
  public CodexOptions optionsOfAnotherHome() throws IOException {
    ScratchCodexHome other = newHome();
    others.add(other);
    return options(other);
  }

  /** The environment in which any program finds this home. */
  public Map<String, String> environment() {
    return home.isolatedEnvironment();
  }

  private CodexOptions options(ScratchCodexHome home) {
    return CodexOptions.builder()
        .executable(executable)
        .codexHome(home.path())
        .environment(home.isolatedEnvironment())
        // Hundreds of children may start on two processors.
        .startTimeout(PATIENCE)
        .versionTimeout(PATIENCE)
        .requestTimeout(PATIENCE)
        .build();
  }

  /** Sessions in the workspace that only read. */
  public SessionOptions.Builder session() {
    return SessionOptions.builder().cwd(workspace.path()).sandbox(SandboxMode.READ_ONLY);
  }

  /** Starts Codex without Talaria; stderr goes nowhere. */
  public ProcessBuilder bare(String... arguments) {
    ProcessBuilder command = new ProcessBuilder(executable.toString());
    command.command().addAll(List.of(arguments));
    command.environment().putAll(home.isolatedEnvironment());
    command.directory(workspace.path().toFile());
    command.redirectError(ProcessBuilder.Redirect.DISCARD);
    return command;
  }

  /**
   * Runs a turn with {@code codex exec --json}, as a host does that has no client, and reads all
   * that it writes. Many threads may do so at a time.
   *
   * @param answer what the scripted model says, without characters that JSON escapes
   * @throws IllegalStateException if it did not end well with the answer
   */
  public void exec(String prompt, String answer) throws IOException, InterruptedException {
    ProcessBuilder command =
        bare("exec", "--json", "--skip-git-repo-check", "--sandbox", "read-only", prompt);
    command.redirectInput(Path.of("/dev/null").toFile());
    Process process = command.start();
    String written;
    try (InputStream out = process.getInputStream()) {
      written = new String(out.readAllBytes(), StandardCharsets.UTF_8);
    }
    int exit = process.waitFor();
    if (exit != 0 || !written.contains("\"text\":\"" + answer + '"')) {
      throw new IllegalStateException("codex exec ended with " + exit + " and wrote: " + written);
    }
  }

  @Override
  public void close() throws IOException {
    model.close();
    home.close();
    for (ScratchCodexHome other : others) {
      other.close();
    }
    workspace.close();
  }
}
